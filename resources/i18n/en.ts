<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>AdvancedSearch</name>
    <message numerus="yes">
        <source>%n dispatch(es)</source>
        <translation>
            <numerusform>%n dispatch</numerusform>
            <numerusform>%n dispatches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message numerus="yes">
        <source>Delete %n annotations</source>
        <translation>
            <numerusform>Delete %n annotation</numerusform>
            <numerusform>Delete %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n annotation(s)</source>
        <translation>
            <numerusform>Restore %n annotation</numerusform>
            <numerusform>Restore %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n annotation(s)</source>
        <translation>
            <numerusform>Merge %n annotation</numerusform>
            <numerusform>Merge %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Annotate %n passage(s)</source>
        <translation>
            <numerusform>Annotate %n passage</numerusform>
            <numerusform>Annotate %n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationsPanel</name>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message numerus="yes">
        <source>%n dispatch(es) exported to {file}</source>
        <translation>
            <numerusform>%n dispatch exported to {file}</numerusform>
            <numerusform>%n dispatches exported to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) exported to {file}</source>
        <translation>
            <numerusform>%n search exported to {file}</numerusform>
            <numerusform>%n searches exported to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarryOffer</name>
    <message numerus="yes">
        <source>%n annotation(s) of earlier versions fit here</source>
        <translation>
            <numerusform>%n annotation of earlier versions fits here</numerusform>
            <numerusform>%n annotations of earlier versions fit here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) of earlier versions are gone</source>
        <translation>
            <numerusform>%n passage of earlier versions is gone</numerusform>
            <numerusform>%n passages of earlier versions are gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>%n dispatch(es)</source>
        <translation>
            <numerusform>%n dispatch</numerusform>
            <numerusform>%n dispatches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message numerus="yes">
        <source>%n citation(s) copied: {style}</source>
        <translation>
            <numerusform>%n citation copied: {style}</numerusform>
            <numerusform>%n citations copied: {style}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookFiles</name>
    <message numerus="yes">
        <source>%n concepts written to {file}</source>
        <translation>
            <numerusform>%n concept written to {file}</numerusform>
            <numerusform>%n concepts written to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concepts added</source>
        <translation>
            <numerusform>%n concept added</numerusform>
            <numerusform>%n concepts added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n details filled in</source>
        <translation>
            <numerusform>%n detail filled in</numerusform>
            <numerusform>%n details filled in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n details kept as they were</source>
        <translation>
            <numerusform>%n detail kept as it was</numerusform>
            <numerusform>%n details kept as they were</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookPanel</name>
    <message numerus="yes">
        <source>%n concepts</source>
        <translation>
            <numerusform>%n concept</numerusform>
            <numerusform>%n concepts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unused</source>
        <translation>
            <numerusform>%n unused</numerusform>
            <numerusform>%n unused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodersDialog</name>
    <message numerus="yes">
        <source>%n dispatch(es) coded by both</source>
        <translation>
            <numerusform>%n dispatch coded by both</numerusform>
            <numerusform>%n dispatches coded by both</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodingTogether</name>
    <message numerus="yes">
        <source>Coding of %n dispatch(es) exported to {file}</source>
        <translation>
            <numerusform>Coding of %n dispatch exported to {file}</numerusform>
            <numerusform>Coding of %n dispatches exported to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) coded by {coder} imported</source>
        <translation>
            <numerusform>%n dispatch coded by {coder} imported</numerusform>
            <numerusform>%n dispatches coded by {coder} imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) could not be found</source>
        <translation>
            <numerusform>%n passage could not be found</numerusform>
            <numerusform>%n passages could not be found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) are not in this archive:</source>
        <translation>
            <numerusform>%n dispatch is not in this archive:</numerusform>
            <numerusform>%n dispatches are not in this archive:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message numerus="yes">
        <source>%n word(s) removed</source>
        <translation>
            <numerusform>%n word removed</numerusform>
            <numerusform>%n words removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation>
            <numerusform>%n word added</numerusform>
            <numerusform>%n words added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Concepts</name>
    <message numerus="yes">
        <source>Tag %n dispatches with “{concept}”</source>
        <translation>
            <numerusform>Tag %n dispatch with “{concept}”</numerusform>
            <numerusform>Tag %n dispatches with “{concept}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message numerus="yes">
        <source>Only what you fill in is changed, in %n dispatch(es). What the source says is kept beside every correction.</source>
        <translation>
            <numerusform>Only what you fill in is changed, in %n dispatch. What the source says is kept beside every correction.</numerusform>
            <numerusform>Only what you fill in is changed, in %n dispatches. What the source says is kept beside every correction.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message numerus="yes">
        <source>Correct %n dispatch(es)</source>
        <translation>
            <numerusform>Correct %n dispatch</numerusform>
            <numerusform>Correct %n dispatches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>Move %n dispatch(es) to the trash</source>
        <translation>
            <numerusform>Move %n dispatch to the trash</numerusform>
            <numerusform>Move %n dispatches to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n dispatch(es)</source>
        <translation>
            <numerusform>Restore %n dispatch</numerusform>
            <numerusform>Restore %n dispatches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message numerus="yes">
        <source>%n dispatches</source>
        <translation>
            <numerusform>%n dispatch</numerusform>
            <numerusform>%n dispatches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n narrower concepts go along.</source>
        <translation>
            <numerusform>%n narrower concept goes along.</numerusform>
            <numerusform>%n narrower concepts go along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rules tag with it.</source>
        <translation>
            <numerusform>%n rule tags with it.</numerusform>
            <numerusform>%n rules tag with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingOut</name>
    <message numerus="yes">
        <source>%n annotation(s) exported to {file}</source>
        <translation>
            <numerusform>%n annotation exported to {file}</numerusform>
            <numerusform>%n annotations exported to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) imported</source>
        <translation>
            <numerusform>%n annotation imported</numerusform>
            <numerusform>%n annotations imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) are not in this archive:</source>
        <translation>
            <numerusform>%n dispatch is not in this archive:</numerusform>
            <numerusform>%n dispatches are not in this archive:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreviewDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n new version</numerusform>
            <numerusform>%n new versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already held</source>
        <translation>
            <numerusform>%n already held</numerusform>
            <numerusform>%n already held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n dispatch(es)</source>
        <translation>
            <numerusform>&amp;Import %n dispatch</numerusform>
            <numerusform>&amp;Import %n dispatches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already held</source>
        <translation>
            <numerusform>%n already held</numerusform>
            <numerusform>%n already held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n new version</numerusform>
            <numerusform>%n new versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not imported</source>
        <translation>
            <numerusform>%n not imported</numerusform>
            <numerusform>%n not imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerExportDialog</name>
    <message numerus="yes">
        <source>&amp;All %n dispatch(es) of the results</source>
        <translation>
            <numerusform>&amp;The %n dispatch of the results</numerusform>
            <numerusform>&amp;All %n dispatches of the results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchDelegate</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in this story</source>
        <translation>
            <numerusform>%n in this story</numerusform>
            <numerusform>%n in this story</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n dispatches</source>
        <translation>
            <numerusform>%n dispatch</numerusform>
            <numerusform>%n dispatches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n narrower concepts move along.</source>
        <translation>
            <numerusform>%n narrower concept moves along.</numerusform>
            <numerusform>%n narrower concepts move along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message numerus="yes">
        <source>In &amp;all %n dispatch(es) of the results</source>
        <translation>
            <numerusform>In &amp;the %n dispatch of the results</numerusform>
            <numerusform>In &amp;all %n dispatches of the results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n dispatch(es)</source>
        <translation>
            <numerusform>in %n dispatch</numerusform>
            <numerusform>in %n dispatches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message numerus="yes">
        <source>Stands for %n dispatch(es) of this story</source>
        <translation>
            <numerusform>Stands for %n dispatch of this story</numerusform>
            <numerusform>Stands for %n dispatches of this story</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message numerus="yes">
        <source>%n dispatch(es)</source>
        <translation>
            <numerusform>%n dispatch</numerusform>
            <numerusform>%n dispatches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n story(ies)</source>
        <translation>
            <numerusform>%n story</numerusform>
            <numerusform>%n stories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulePreviewDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispatches</source>
        <translation>
            <numerusform>%n dispatch</numerusform>
            <numerusform>%n dispatches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Tag %n dispatches</source>
        <translation>
            <numerusform>&amp;Tag %n dispatch</numerusform>
            <numerusform>&amp;Tag %n dispatches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesModel</name>
    <message numerus="yes">
        <source>%n tagged</source>
        <translation>
            <numerusform>%n tagged</numerusform>
            <numerusform>%n tagged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ruling</name>
    <message numerus="yes">
        <source>Run %n rules</source>
        <translation>
            <numerusform>Run %n rule</numerusform>
            <numerusform>Run %n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message numerus="yes">
        <source>%n dispatches</source>
        <translation>
            <numerusform>%n dispatch</numerusform>
            <numerusform>%n dispatches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n dispatch(es) in the archive</source>
        <translation>
            <numerusform>%n dispatch in the archive</numerusform>
            <numerusform>%n dispatches in the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message numerus="yes">
        <source>Join %n dispatch(es) as one story</source>
        <translation>
            <numerusform>Join %n dispatch as one story</numerusform>
            <numerusform>Join %n dispatches as one story</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message numerus="yes">
        <source>Carry %n annotation(s) over</source>
        <translation>
            <numerusform>Carry %n annotation over</numerusform>
            <numerusform>Carry %n annotations over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionsModel</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message numerus="yes">
        <source>Tag %n dispatches with “{concept}”</source>
        <translation>
            <numerusform>Tag %n dispatch with “{concept}”</numerusform>
            <numerusform>Tag %n dispatches with “{concept}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take tag “{concept}” off %n dispatches</source>
        <translation>
            <numerusform>Take tag “{concept}” off %n dispatch</numerusform>
            <numerusform>Take tag “{concept}” off %n dispatches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %n dispatches</source>
        <translation>
            <numerusform>Tag %n dispatch</numerusform>
            <numerusform>Tag %n dispatches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyImport</name>
    <message numerus="yes">
        <source>%n concept(s) imported; queries find them by all their names</source>
        <translation>
            <numerusform>%n concept imported; queries find it by all its names</numerusform>
            <numerusform>%n concepts imported; queries find them by all their names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchedMessages</name>
    <message numerus="yes">
        <source>%n dispatch(es) came in from watched folders</source>
        <translation>
            <numerusform>%n dispatch came in from watched folders</numerusform>
            <numerusform>%n dispatches came in from watched folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in watched folders could not be read</source>
        <translation>
            <numerusform>%n file in watched folders could not be read</numerusform>
            <numerusform>%n files in watched folders could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This archive has moved: %n folder(s) are not watched</source>
        <translation>
            <numerusform>This archive has moved: %n folder is not watched</numerusform>
            <numerusform>This archive has moved: %n folders are not watched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) can be read again: {folders}</source>
        <translation>
            <numerusform>%n watched folder can be read again: {folders}</numerusform>
            <numerusform>%n watched folders can be read again: {folders}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) cannot be found: {folders}</source>
        <translation>
            <numerusform>%n watched folder cannot be found: {folders}</numerusform>
            <numerusform>%n watched folders cannot be found: {folders}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) cannot be reached: {folders}</source>
        <translation>
            <numerusform>%n watched folder cannot be reached: {folders}</numerusform>
            <numerusform>%n watched folders cannot be reached: {folders}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) give no answer: {folders}</source>
        <translation>
            <numerusform>%n watched folder gives no answer: {folders}</numerusform>
            <numerusform>%n watched folders give no answer: {folders}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) cannot be read: {folders}</source>
        <translation>
            <numerusform>%n watched folder cannot be read: {folders}</numerusform>
            <numerusform>%n watched folders cannot be read: {folders}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) belong to an archive: {folders}</source>
        <translation>
            <numerusform>%n watched folder belongs to an archive: {folders}</numerusform>
            <numerusform>%n watched folders belong to an archive: {folders}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Spoken</name>
    <message numerus="yes">
        <source>%n dispatch(es)</source>
        <translation>
            <numerusform>%n dispatch</numerusform>
            <numerusform>%n dispatches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) without a date have no place here.</source>
        <translation>
            <numerusform>%n dispatch without a date has no place here.</numerusform>
            <numerusform>%n dispatches without a date have no place here.</numerusform>
        </translation>
    </message>
</context>
</TS>
