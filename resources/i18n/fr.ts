<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_GB">
<context>
    <name>AdvancedSearch</name>
    <message>
        <source>Advanced search</source>
        <translation>Recherche avancée</translation>
    </message>
    <message>
        <source>&amp;Only dispatches with all of the words</source>
        <translation>&amp;Seulement les dépêches avec tous les mots</translation>
    </message>
    <message>
        <source>Other &amp;forms of the words, too</source>
        <translation>Aussi les autres &amp;formes des mots</translation>
    </message>
    <message>
        <source>Other &amp;names of concepts, too</source>
        <translation>Aussi les autres &amp;noms des concepts</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>&amp;All of these words</source>
        <translation>&amp;Tous ces mots</translation>
    </message>
    <message>
        <source>This &amp;phrase</source>
        <translation>Cette &amp;expression</translation>
    </message>
    <message>
        <source>An&amp;y of these</source>
        <translation>L’&amp;un de ces mots</translation>
    </message>
    <message>
        <source>N&amp;one of these</source>
        <translation>A&amp;ucun de ces mots</translation>
    </message>
    <message>
        <source>F&amp;urther conditions</source>
        <translation>Autres con&amp;ditions</translation>
    </message>
    <message>
        <source>What has no field of its own, such as (DSA OR KOSA -France)</source>
        <translation>Ce qui n’a pas de champ à soi, comme (DSA OU KOSA -France)</translation>
    </message>
    <message>
        <source>Words that may stand between two of the phrase</source>
        <translation>Mots qui peuvent séparer deux mots de l’expression</translation>
    </message>
    <message>
        <source>&amp;words between</source>
        <translation>&amp;mots entre eux</translation>
    </message>
    <message>
        <source>last 3 months</source>
        <translation>3 derniers mois</translation>
    </message>
    <message>
        <source>With an annotation</source>
        <translation>Avec une annotation</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Avec une note</translation>
    </message>
    <message>
        <source>With a tag</source>
        <translation>Avec une étiquette</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Effacer</translation>
    </message>
    <message>
        <source>Not understood: {dates}. Days are written like 2024-10-18, 2024-01..2024-06 or “last 3 months”.</source>
        <translation>Non compris : {dates}. Les jours s’écrivent comme 2024-10-18, 2024-01..2024-06 ou « 3 derniers mois ».</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es)</source>
        <translation>
            <numerusform>%n dépêche</numerusform>
            <numerusform>%n dépêches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotatedText</name>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Note…</translation>
    </message>
    <message>
        <source>&amp;Concept…</source>
        <translation>&amp;Concept…</translation>
    </message>
    <message>
        <source>&amp;Delete annotation</source>
        <translation>&amp;Supprimer l’annotation</translation>
    </message>
    <message>
        <source>Ne&amp;xt annotation</source>
        <translation>Annotation su&amp;ivante</translation>
    </message>
    <message>
        <source>Pre&amp;vious annotation</source>
        <translation>Annotation &amp;précédente</translation>
    </message>
    <message>
        <source>Code the passage</source>
        <translation>Coder le passage</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Surligner</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>Code passage with “{concept}”</source>
        <translation>Coder le passage : « {concept} »</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ajouter une note</translation>
    </message>
    <message>
        <source>Code passage</source>
        <translation>Coder le passage</translation>
    </message>
    <message>
        <source>Highlight in {colour}</source>
        <translation>Surligner ({colour})</translation>
    </message>
    <message>
        <source>Edit annotation</source>
        <translation>Modifier l’annotation</translation>
    </message>
    <message>
        <source>Attach annotation</source>
        <translation>Rattacher l’annotation</translation>
    </message>
    <message>
        <source>Delete annotation</source>
        <translation>Supprimer l’annotation</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n annotations</source>
        <translation>
            <numerusform>Supprimer %n annotation</numerusform>
            <numerusform>Supprimer %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n annotation(s)</source>
        <translation>
            <numerusform>Restaurer %n annotation</numerusform>
            <numerusform>Restaurer %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n annotation(s)</source>
        <translation>
            <numerusform>Fusionner %n annotation</numerusform>
            <numerusform>Fusionner %n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Annotate %n passage(s)</source>
        <translation>
            <numerusform>Annoter %n passage</numerusform>
            <numerusform>Annoter %n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationsPanel</name>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>Filter annotations by words</source>
        <translation>Filtrer les annotations par mots</translation>
    </message>
    <message>
        <source>Filter annotations</source>
        <translation>Filtrer les annotations</translation>
    </message>
    <message>
        <source>Filter annotations by colour</source>
        <translation>Filtrer les annotations par couleur</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Toutes les couleurs</translation>
    </message>
    <message>
        <source>Filter annotations by concept</source>
        <translation>Filtrer les annotations par concept</translation>
    </message>
    <message>
        <source>All concepts</source>
        <translation>Tous les concepts</translation>
    </message>
    <message>
        <source>Which annotations are shown</source>
        <translation>Annotations affichées</translation>
    </message>
    <message>
        <source>All annotations</source>
        <translation>Toutes les annotations</translation>
    </message>
    <message>
        <source>Orphaned</source>
        <translation>Orphelines</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>À la corbeille</translation>
    </message>
    <message>
        <source>Annotations of the archive</source>
        <translation>Annotations de l’archive</translation>
    </message>
    <message>
        <source>&amp;Show in its dispatch</source>
        <translation>&amp;Montrer dans sa dépêche</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Merge into one</source>
        <translation>&amp;Fusionner en une seule</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurer</translation>
    </message>
    <message>
        <source>No annotation is in the trash</source>
        <translation>Aucune annotation n’est à la corbeille</translation>
    </message>
    <message>
        <source>Every annotation stands in its text</source>
        <translation>Chaque annotation se trouve dans son texte</translation>
    </message>
    <message>
        <source>No annotations yet</source>
        <translation>Aucune annotation pour l’instant</translation>
    </message>
    <message>
        <source>Select a passage in a dispatch and press N, or choose a colour.</source>
        <translation>Sélectionnez un passage d’une dépêche et appuyez sur N, ou choisissez une couleur.</translation>
    </message>
    <message>
        <source>No annotation is like that</source>
        <translation>Aucune annotation ne correspond</translation>
    </message>
    <message>
        <source>Filter less.</source>
        <translation>Filtrez moins.</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message>
        <source>Show annotations with</source>
        <translation>Montrer les annotations avec</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>A&amp;ttach to the selected passage</source>
        <translation>Ra&amp;ttacher au passage sélectionné</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Rattacher</translation>
    </message>
    <message>
        <source>To attach it to another passage, select the passage in a version of its dispatch and press {key}.</source>
        <translation>Pour la rattacher à un autre passage, sélectionnez-le dans une version de sa dépêche et appuyez sur {key}.</translation>
    </message>
</context>
<context>
    <name>BetweenDialog</name>
    <message>
        <source>Annotations between two days</source>
        <translation>Annotations entre deux jours</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Du</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Au</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Annotation: </source>
        <translation>Annotation : </translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>Exporting</source>
        <translation>Export</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) exported to {file}</source>
        <translation>
            <numerusform>%n dépêche exportée vers {file}</numerusform>
            <numerusform>%n dépêches exportées vers {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting the log of searches</source>
        <translation>Exportation du journal des recherches</translation>
    </message>
    <message numerus="yes">
        <source>%n search(es) exported to {file}</source>
        <translation>
            <numerusform>%n recherche exportée vers {file}</numerusform>
            <numerusform>%n recherches exportées vers {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>{count} dispatches verified, no fault found</source>
        <translation>{count} dépêches vérifiées, aucun défaut trouvé</translation>
    </message>
    <message>
        <source>Rebuilding the search index</source>
        <translation>Reconstruction de l’index</translation>
    </message>
    <message>
        <source>The search index is rebuilt</source>
        <translation>L’index de recherche est reconstruit</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>Backed up and checked: {file}</source>
        <translation>Sauvegardé et contrôlé : {file}</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Comptage</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Réparation</translation>
    </message>
    <message>
        <source>The dispatch was repaired from a backup</source>
        <translation>La dépêche a été réparée depuis une sauvegarde</translation>
    </message>
</context>
<context>
    <name>CarryOffer</name>
    <message numerus="yes">
        <source>%n annotation(s) of earlier versions fit here</source>
        <translation>
            <numerusform>%n annotation d’une version antérieure convient ici</numerusform>
            <numerusform>%n annotations de versions antérieures conviennent ici</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) of earlier versions are gone</source>
        <translation>
            <numerusform>%n passage d’une version antérieure a disparu</numerusform>
            <numerusform>%n passages de versions antérieures ont disparu</numerusform>
        </translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>List as orphaned</source>
        <translation>Classer orphelines</translation>
    </message>
</context>
<context>
    <name>ChangeSteps</name>
    <message>
        <source>Change {place}</source>
        <translation>Changement {place}</translation>
    </message>
</context>
<context>
    <name>ChangedText</name>
    <message>
        <source>Text with its changes</source>
        <translation>Texte et ses changements</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Coverage in time</source>
        <translation>Couverture dans le temps</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es)</source>
        <translation>
            <numerusform>%n dépêche</numerusform>
            <numerusform>%n dépêches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove {concept}</source>
        <translation>Retirer {concept}</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Passage copied with its citation</source>
        <translation>Passage copié avec sa citation</translation>
    </message>
    <message>
        <source>Citation saved: {file}</source>
        <translation>Citation enregistrée : {file}</translation>
    </message>
    <message>
        <source>Choose or open a dispatch first</source>
        <translation>Choisissez ou ouvrez d’abord une dépêche</translation>
    </message>
    <message numerus="yes">
        <source>%n citation(s) copied: {style}</source>
        <translation>
            <numerusform>%n citation copiée : {style}</numerusform>
            <numerusform>%n citations copiées : {style}</numerusform>
        </translation>
    </message>
    <message>
        <source>The citation is confirmed: the archive holds this passage</source>
        <translation>La citation est confirmée : l’archive contient ce passage</translation>
    </message>
    <message>
        <source>Open the dispatch</source>
        <translation>Ouvrir la dépêche</translation>
    </message>
    <message>
        <source>Select a passage of the text first</source>
        <translation>Sélectionnez d’abord un passage du texte</translation>
    </message>
</context>
<context>
    <name>CodebookFiles</name>
    <message>
        <source>Exporting the codebook</source>
        <translation>Exportation des codes</translation>
    </message>
    <message numerus="yes">
        <source>%n concepts written to {file}</source>
        <translation>
            <numerusform>%n concept écrit dans {file}</numerusform>
            <numerusform>%n concepts écrits dans {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing a codebook</source>
        <translation>Importation de codes</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>Importer des codes</translation>
    </message>
    <message numerus="yes">
        <source>%n concepts added</source>
        <translation>
            <numerusform>%n concept ajouté</numerusform>
            <numerusform>%n concepts ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n details filled in</source>
        <translation>
            <numerusform>%n détail complété</numerusform>
            <numerusform>%n détails complétés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n details kept as they were</source>
        <translation>
            <numerusform>%n détail gardé tel quel</numerusform>
            <numerusform>%n détails gardés tels quels</numerusform>
        </translation>
    </message>
    <message>
        <source>What the import brought</source>
        <translation>Ce que l’importation a apporté</translation>
    </message>
</context>
<context>
    <name>CodebookModel</name>
    <message>
        <source>Concept</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Dispatches</source>
        <translation>Dépêches</translation>
    </message>
    <message>
        <source>{dispatches} dispatches, {annotations} annotations</source>
        <translation>{dispatches} dépêches, {annotations} annotations</translation>
    </message>
    <message>
        <source>Also: {aliases}</source>
        <translation>Aussi : {aliases}</translation>
    </message>
    <message>
        <source>{path}, on {count} dispatches</source>
        <translation>{path}, sur {count} dépêches</translation>
    </message>
    <message>
        <source>{text}, retired</source>
        <translation>{text}, retiré</translation>
    </message>
</context>
<context>
    <name>CodebookPanel</name>
    <message>
        <source>Codebook</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Filter the codebook</source>
        <translation>Filtrer le livre de codes</translation>
    </message>
    <message>
        <source>Filter concepts</source>
        <translation>Filtrer les concepts</translation>
    </message>
    <message>
        <source>&amp;Search dispatches</source>
        <translation>&amp;Chercher les dépêches</translation>
    </message>
    <message>
        <source>&amp;New concept…</source>
        <translation>&amp;Nouveau concept…</translation>
    </message>
    <message>
        <source>New &amp;narrower concept…</source>
        <translation>Nouveau concept plus &amp;étroit…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>Move to the &amp;top</source>
        <translation>Placer à la &amp;racine</translation>
    </message>
    <message>
        <source>&amp;Merge into…</source>
        <translation>&amp;Fusionner avec…</translation>
    </message>
    <message>
        <source>S&amp;plit…</source>
        <translation>&amp;Scinder…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>Re&amp;tire</source>
        <translation>Re&amp;tirer de l’usage</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>New concept (Ins)</source>
        <translation>Nouveau concept (Inser)</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>Nouveau concept</translation>
    </message>
    <message>
        <source>The codebook is empty</source>
        <translation>Le livre de codes est vide</translation>
    </message>
    <message>
        <source>Concepts are what you tag dispatches and passages with.</source>
        <translation>Les concepts servent à étiqueter les dépêches et les passages.</translation>
    </message>
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
            <numerusform>%n inutilisé</numerusform>
            <numerusform>%n inutilisés</numerusform>
        </translation>
    </message>
    <message>
        <source>Reins&amp;tate</source>
        <translation>Remet&amp;tre en usage</translation>
    </message>
    <message>
        <source>Rename “{old}” to “{new}”?</source>
        <translation>Renommer « {old} » en « {new} » ?</translation>
    </message>
    <message>
        <source>Move “{concept}” to the top?</source>
        <translation>Déplacer « {concept} » au sommet ?</translation>
    </message>
    <message>
        <source>Move “{concept}” below “{broader}”?</source>
        <translation>Déplacer « {concept} » sous « {broader} » ?</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Déplacer</translation>
    </message>
    <message>
        <source>History of “{concept}”</source>
        <translation>Historique de « {concept} »</translation>
    </message>
    <message>
        <source>Retire “{concept}”?</source>
        <translation>Retirer « {concept} » de l’usage ?</translation>
    </message>
    <message>
        <source>&amp;Retire</source>
        <translation>&amp;Retirer de l’usage</translation>
    </message>
    <message>
        <source>Delete “{concept}”?</source>
        <translation>Supprimer « {concept} » ?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
</context>
<context>
    <name>CodebookTree</name>
    <message>
        <source>Concepts</source>
        <translation>Concepts</translation>
    </message>
</context>
<context>
    <name>CodersDialog</name>
    <message>
        <source>Two coders side by side</source>
        <translation>Deux codeurs côte à côte</translation>
    </message>
    <message>
        <source>I have coded &amp;every dispatch of it</source>
        <translation>J’ai codé tout&amp;es ses dépêches</translation>
    </message>
    <message>
        <source>Only where we &amp;differ</source>
        <translation>Seulement où nous &amp;divergeons</translation>
    </message>
    <message>
        <source>The other coder</source>
        <translation>L’autre codeur</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>Codeur</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Concepts</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>Dépêche</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>&amp;Concepts</source>
        <translation>&amp;Concepts</translation>
    </message>
    <message>
        <source>Dis&amp;patches</source>
        <translation>Dé&amp;pêches</translation>
    </message>
    <message>
        <source>Pa&amp;ssages</source>
        <translation>Pa&amp;ssages</translation>
    </message>
    <message>
        <source>&amp;Not found</source>
        <translation>I&amp;ntrouvables</translation>
    </message>
    <message>
        <source>&amp;Layer of</source>
        <translation>Co&amp;uche de</translation>
    </message>
    <message>
        <source>E&amp;xport as a table…</source>
        <translation>E&amp;xporter en tableau…</translation>
    </message>
    <message>
        <source>&amp;Remove this layer</source>
        <translation>&amp;Retirer cette couche</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Only I</source>
        <translation>Moi seul</translation>
    </message>
    <message>
        <source>Only {coder}</source>
        <translation>{coder} seul</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Ni l’un ni l’autre</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>I</source>
        <translation>Moi</translation>
    </message>
    <message>
        <source>Dispatch not in this archive</source>
        <translation>Dépêche absente de cette archive</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) coded by both</source>
        <translation>
            <numerusform>%n dépêche codée par les deux</numerusform>
            <numerusform>%n dépêches codées par les deux</numerusform>
        </translation>
    </message>
    <message>
        <source>only by me: {mine}; only by {coder}: {theirs}</source>
        <translation>par moi seul : {mine} ; par {coder} seul : {theirs}</translation>
    </message>
    <message>
        <source>Nothing can be compared: no dispatch was coded by both.</source>
        <translation>Rien à comparer : aucune dépêche n’a été codée par les deux.</translation>
    </message>
    <message>
        <source>Dispatches where “{concept}” is disputed; Esc shows all.</source>
        <translation>Dépêches où « {concept} » fait désaccord ; Échap les montre toutes.</translation>
    </message>
    <message>
        <source>Alpha is Krippendorff’s, for nominal data: 1 is perfect, 0 as by chance; – where both said the same of every dispatch.</source>
        <translation>Alpha de Krippendorff pour données nominales : 1, accord parfait ; 0, comme par hasard ; – là où les deux ont dit la même chose de chaque dépêche.</translation>
    </message>
</context>
<context>
    <name>CodingTogether</name>
    <message>
        <source>Exporting my coding</source>
        <translation>Export de mon codage</translation>
    </message>
    <message numerus="yes">
        <source>Coding of %n dispatch(es) exported to {file}</source>
        <translation>
            <numerusform>Codage de %n dépêche exporté vers {file}</numerusform>
            <numerusform>Codage de %n dépêches exporté vers {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing a layer</source>
        <translation>Import d’une couche</translation>
    </message>
    <message>
        <source>Import the layer of {coder}</source>
        <translation>Importer la couche de {coder}</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) coded by {coder} imported</source>
        <translation>
            <numerusform>%n dépêche codée par {coder} importée</numerusform>
            <numerusform>%n dépêches codées par {coder} importées</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) could not be found</source>
        <translation>
            <numerusform>%n passage introuvable</numerusform>
            <numerusform>%n passages introuvables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) are not in this archive:</source>
        <translation>
            <numerusform>%n dépêche ne se trouve pas dans cette archive :</numerusform>
            <numerusform>%n dépêches ne se trouvent pas dans cette archive :</numerusform>
        </translation>
    </message>
    <message>
        <source>No layer of another coder has been imported</source>
        <translation>Aucune couche d’un autre codeur n’a été importée</translation>
    </message>
    <message>
        <source>Agreement exported to {file}</source>
        <translation>Accord exporté vers {file}</translation>
    </message>
    <message>
        <source>Remove the layer of {coder}</source>
        <translation>Retirer la couche de {coder}</translation>
    </message>
</context>
<context>
    <name>ColourRow</name>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Comparison of two versions</source>
        <translation>Comparaison de deux versions</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>Version à comparer</translation>
    </message>
    <message>
        <source>&amp;Changes since:</source>
        <translation>&amp;Changements depuis :</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Fermer la comparaison</translation>
    </message>
    <message>
        <source>Close the comparison (Esc)</source>
        <translation>Fermer la comparaison (Échap)</translation>
    </message>
    <message>
        <source>&amp;Changes until:</source>
        <translation>&amp;Changements jusqu’à :</translation>
    </message>
    <message>
        <source>&amp;Compared with:</source>
        <translation>&amp;Comparée à :</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison en cours…</translation>
    </message>
    <message>
        <source>The words are the same</source>
        <translation>Les mots sont les mêmes</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) removed</source>
        <translation>
            <numerusform>%n mot retiré</numerusform>
            <numerusform>%n mots retirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) added</source>
        <translation>
            <numerusform>%n mot ajouté</numerusform>
            <numerusform>%n mots ajoutés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>Completions</source>
        <translation>Propositions</translation>
    </message>
</context>
<context>
    <name>ConceptChoices</name>
    <message>
        <source>Create “{path}”</source>
        <translation>Créer « {path} »</translation>
    </message>
    <message>
        <source>{concept}, set</source>
        <translation>{concept}, présent</translation>
    </message>
    <message>
        <source>{concept}, set on some</source>
        <translation>{concept}, présent sur certaines</translation>
    </message>
</context>
<context>
    <name>ConceptDialog</name>
    <message>
        <source>Concept</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>Nouveau concept</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Synonymes</translation>
    </message>
    <message>
        <source>Other words for it: act, statute, loi @fr</source>
        <translation>Autres mots : loi, statut, act @en</translation>
    </message>
    <message>
        <source>Scope note</source>
        <translation>Note d’application</translation>
    </message>
    <message>
        <source>When to use it, and when not</source>
        <translation>Quand l’employer, et quand non</translation>
    </message>
    <message>
        <source>Shortcut digit</source>
        <translation>Chiffre de raccourci</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>{digit} (now “{holder}”)</source>
        <translation>{digit} (pris par « {holder} »)</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Sous</translation>
    </message>
    <message>
        <source>&amp;Aliases</source>
        <translation>&amp;Synonymes</translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation>Autres langues</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Couleur</translation>
    </message>
    <message>
        <source>&amp;Digit</source>
        <translation>C&amp;hiffre</translation>
    </message>
    <message>
        <source>&amp;Scope note</source>
        <translation>Note d’&amp;application</translation>
    </message>
    <message>
        <source>There is a concept of this name here already.</source>
        <translation>Il y a déjà ici un concept de ce nom.</translation>
    </message>
</context>
<context>
    <name>ConceptPicker</name>
    <message>
        <source>Concept</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Find a concept</source>
        <translation>Chercher un concept</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Concepts</translation>
    </message>
</context>
<context>
    <name>ConceptUsesModel</name>
    <message>
        <source>Dispatch {number}</source>
        <translation>Dépêche {number}</translation>
    </message>
    <message>
        <source>“{quote}” in {headline}</source>
        <translation>« {quote} » dans {headline}</translation>
    </message>
</context>
<context>
    <name>Concepts</name>
    <message>
        <source>Create concept “{path}”</source>
        <translation>Créer le concept « {path} »</translation>
    </message>
    <message>
        <source>Rename “{old}” to “{new}”</source>
        <translation>Renommer « {old} » en « {new} »</translation>
    </message>
    <message>
        <source>Move “{concept}” to the top</source>
        <translation>Placer « {concept} » à la racine</translation>
    </message>
    <message>
        <source>Move “{concept}” below “{broader}”</source>
        <translation>Placer « {concept} » sous « {broader} »</translation>
    </message>
    <message>
        <source>Edit concept “{concept}”</source>
        <translation>Modifier le concept « {concept} »</translation>
    </message>
    <message>
        <source>Merge “{source}” into “{target}”</source>
        <translation>Fusionner « {source} » avec « {target} »</translation>
    </message>
    <message>
        <source>Split “{new}” off “{concept}”</source>
        <translation>Scinder « {new} » de « {concept} »</translation>
    </message>
    <message numerus="yes">
        <source>Tag %n dispatches with “{concept}”</source>
        <translation>
            <numerusform>Étiqueter %n dépêche « {concept} »</numerusform>
            <numerusform>Étiqueter %n dépêches « {concept} »</numerusform>
        </translation>
    </message>
    <message>
        <source>Retire “{concept}”</source>
        <translation>Retirer « {concept} » de l’usage</translation>
    </message>
    <message>
        <source>Reinstate “{concept}”</source>
        <translation>Remettre « {concept} » en usage</translation>
    </message>
    <message>
        <source>Delete concept “{concept}”</source>
        <translation>Supprimer le concept « {concept} »</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct fields</source>
        <translation>Corriger les champs</translation>
    </message>
    <message>
        <source>What the source says is kept beside every correction.</source>
        <translation>Ce que dit la source est conservé à côté de chaque correction.</translation>
    </message>
    <message numerus="yes">
        <source>Only what you fill in is changed, in %n dispatch(es). What the source says is kept beside every correction.</source>
        <translation>
            <numerusform>Seul ce que vous remplissez est modifié, dans %n dépêche. Ce que dit la source est conservé à côté de chaque correction.</numerusform>
            <numerusform>Seul ce que vous remplissez est modifié, dans %n dépêches. Ce que dit la source est conservé à côté de chaque correction.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;Corriger</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Several values</source>
        <translation>Plusieurs valeurs</translation>
    </message>
    <message numerus="yes">
        <source>Correct %n dispatch(es)</source>
        <translation>
            <numerusform>Corriger %n dépêche</numerusform>
            <numerusform>Corriger %n dépêches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageDesk</name>
    <message>
        <source>Figure saved: {file}</source>
        <translation>Figure enregistrée : {file}</translation>
    </message>
    <message>
        <source>{facet}: not {value}</source>
        <translation>{facet} : sauf {value}</translation>
    </message>
    <message>
        <source>{facet}: {value}</source>
        <translation>{facet} : {value}</translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>Back to the results</source>
        <translation>Retour aux résultats</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Back to the results (Esc)</source>
        <translation>Retour aux résultats (Échap)</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Décompte en cours…</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>Rien à compter</translation>
    </message>
    <message>
        <source>The query finds no dispatch.</source>
        <translation>La requête ne trouve aucune dépêche.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Quelque chose s’est mal passé</translation>
    </message>
    <message>
        <source>Dispatch Reader made a mistake</source>
        <translation>Dispatch Reader a commis une erreur</translation>
    </message>
    <message>
        <source>Everything you tagged and annotated so far is saved. You can go on working; if the window behaves oddly, close it and start it again. The report below names versions and places in the program, but no text of any dispatch.</source>
        <translation>Tout ce que vous avez étiqueté et annoté est enregistré. Vous pouvez continuer ; si la fenêtre se comporte bizarrement, fermez-la puis rouvrez-la. Le rapport ci-dessous nomme des versions et des endroits du programme, mais ne contient aucun texte de dépêche.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>&amp;Copier le rapport</translation>
    </message>
</context>
<context>
    <name>DateFilter</name>
    <message>
        <source>Filter annotations by the day they were made or changed</source>
        <translation>Filtrer les annotations selon le jour de leur création ou modification</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Tous les jours</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Entre…</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>No dispatches yet</source>
        <translation>Aucune dépêche pour l’instant</translation>
    </message>
    <message>
        <source>Import saved dispatches: text files, web pages, press-database exports, folders or zip files. Drop them on this window, or choose them here. Everything stays on this computer.</source>
        <translation>Importez des dépêches enregistrées : fichiers texte, pages web, exports de bases de presse, dossiers ou fichiers zip. Déposez-les sur cette fenêtre ou choisissez-les ici. Tout reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>&amp;Importer des fichiers…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>Importer un &amp;dossier…</translation>
    </message>
    <message>
        <source>Open the &amp;sample dispatches</source>
        <translation>Ouvrir les dépêches d’&amp;exemple</translation>
    </message>
    <message>
        <source>The last import was interrupted</source>
        <translation>La dernière importation a été interrompue</translation>
    </message>
    <message>
        <source>What it had taken in is here.</source>
        <translation>Ce qu’elle avait déjà pris est là.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>La reprendre</translation>
    </message>
    <message>
        <source>Repair it from a backup</source>
        <translation>La réparer depuis une sauvegarde</translation>
    </message>
    <message>
        <source>{what} is still running</source>
        <translation>Encore en cours : {what}</translation>
    </message>
    <message>
        <source>Wait for it or cancel it first.</source>
        <translation>Attendez la fin ou annulez d’abord.</translation>
    </message>
    <message>
        <source>Preview a folder</source>
        <translation>Aperçu d’un dossier</translation>
    </message>
    <message>
        <source>No import is unfinished</source>
        <translation>Aucune importation n’est inachevée</translation>
    </message>
    <message numerus="yes">
        <source>Move %n dispatch(es) to the trash</source>
        <translation>
            <numerusform>Mettre %n dépêche à la corbeille</numerusform>
            <numerusform>Mettre %n dépêches à la corbeille</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n dispatch(es)</source>
        <translation>
            <numerusform>Restaurer %n dépêche</numerusform>
            <numerusform>Restaurer %n dépêches</numerusform>
        </translation>
    </message>
    <message>
        <source>Still at work</source>
        <translation>Travail en cours</translation>
    </message>
    <message>
        <source>Stop it and close the window? What has been done so far is kept.</source>
        <translation>L’arrêter et fermer la fenêtre ? Ce qui est déjà fait est conservé.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>DispatchTags</name>
    <message>
        <source>Tags of the dispatch</source>
        <translation>Étiquettes de la dépêche</translation>
    </message>
    <message>
        <source>+ Tag</source>
        <translation>+ Étiquette</translation>
    </message>
    <message>
        <source>Tag this dispatch (T)</source>
        <translation>Étiqueter cette dépêche (T)</translation>
    </message>
    <message>
        <source>Tag this dispatch</source>
        <translation>Étiqueter cette dépêche</translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message>
        <source>This affects {dispatches} and {annotations}.</source>
        <translation>Cela touche {dispatches} et {annotations}.</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatches</source>
        <translation>
            <numerusform>%n dépêche</numerusform>
            <numerusform>%n dépêches</numerusform>
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
            <numerusform>%n concept plus étroit suit.</numerusform>
            <numerusform>%n concepts plus étroits suivent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rules tag with it.</source>
        <translation>
            <numerusform>%n règle étiquette avec lui.</numerusform>
            <numerusform>%n règles étiquettent avec lui.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetsModel</name>
    <message>
        <source>Show all {count}</source>
        <translation>Tout afficher ({count})</translation>
    </message>
</context>
<context>
    <name>FacetsPanel</name>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Use the original</source>
        <translation>Reprendre l’original</translation>
    </message>
    <message>
        <source>Use the original: {field}</source>
        <translation>Reprendre l’original : {field}</translation>
    </message>
    <message>
        <source>Original: {text}</source>
        <translation>Original : {text}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Read from: {origin}</source>
        <translation>Lu dans : {origin}</translation>
    </message>
    <message>
        <source>Not found in the source</source>
        <translation>Absent de la source</translation>
    </message>
</context>
<context>
    <name>FigurePanel</name>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save as a drawing, a picture or a table (Ctrl+S)</source>
        <translation>Enregistrer comme dessin, image ou tableau (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save “{figure}”</source>
        <translation>Enregistrer « {figure} »</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>Arrow keys go from cell to cell; Enter shows the dispatches of a cell.</source>
        <translation>Les flèches mènent d’une case à l’autre ; Entrée montre les dépêches d’une case.</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Words as written only</source>
        <translation>Mots tels quels seulement</translation>
    </message>
    <message>
        <source>Without other names</source>
        <translation>Sans autres noms</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tout retirer</translation>
    </message>
    <message>
        <source>{facet}: not {value}</source>
        <translation>{facet} : sauf {value}</translation>
    </message>
    <message>
        <source>{facet}: {value}</source>
        <translation>{facet} : {value}</translation>
    </message>
    <message>
        <source>Remove the filter {filter}</source>
        <translation>Retirer le filtre {filter}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this dispatch</source>
        <translation>Chercher dans cette dépêche</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
</context>
<context>
    <name>HandingOut</name>
    <message>
        <source>Exporting annotations</source>
        <translation>Export des annotations</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) exported to {file}</source>
        <translation>
            <numerusform>%n annotation exportée vers {file}</numerusform>
            <numerusform>%n annotations exportées vers {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing annotations</source>
        <translation>Import des annotations</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Importer des annotations</translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) imported</source>
        <translation>
            <numerusform>%n annotation importée</numerusform>
            <numerusform>%n annotations importées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) are not in this archive:</source>
        <translation>
            <numerusform>%n dépêche ne se trouve pas dans cette archive :</numerusform>
            <numerusform>%n dépêches ne se trouvent pas dans cette archive :</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitSteps</name>
    <message>
        <source>Hit {place}</source>
        <translation>Occurrence {place}</translation>
    </message>
</context>
<context>
    <name>ImportPreviewDialog</name>
    <message>
        <source>Preview of the import</source>
        <translation>Aperçu de l’importation</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n nouvelle version</numerusform>
            <numerusform>%n nouvelles versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already held</source>
        <translation>
            <numerusform>%n déjà présente</numerusform>
            <numerusform>%n déjà présentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n illisible</numerusform>
            <numerusform>%n illisibles</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import was found</source>
        <translation>Rien à importer n’a été trouvé</translation>
    </message>
    <message>
        <source>What was recognised</source>
        <translation>Ce qui a été reconnu</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Le texte</translation>
    </message>
    <message>
        <source>Recognised fields</source>
        <translation>Champs reconnus</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n dispatch(es)</source>
        <translation>
            <numerusform>&amp;Importer %n dépêche</numerusform>
            <numerusform>&amp;Importer %n dépêches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreviewModel</name>
    <message>
        <source>Headline, or the reason</source>
        <translation>Titre, ou raison</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Émise</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Import report</source>
        <translation>Rapport d’importation</translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n importée</numerusform>
            <numerusform>%n importées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already held</source>
        <translation>
            <numerusform>%n déjà présente</numerusform>
            <numerusform>%n déjà présentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n nouvelle version</numerusform>
            <numerusform>%n nouvelles versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not imported</source>
        <translation>
            <numerusform>%n non importée</numerusform>
            <numerusform>%n non importées</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to import was found</source>
        <translation>Rien à importer n’a été trouvé</translation>
    </message>
    <message>
        <source>Nothing was added: {counts}</source>
        <translation>Rien n’a été ajouté : {counts}</translation>
    </message>
    <message>
        <source>{counts} – cancelled</source>
        <translation>{counts} – annulé</translation>
    </message>
    <message>
        <source>Show lines by outcome</source>
        <translation>Filtrer les lignes par résultat</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>Toutes ({count})</translation>
    </message>
    <message>
        <source>Lines of the report</source>
        <translation>Lignes du rapport</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>Enregistrer en &amp;CSV…</translation>
    </message>
    <message>
        <source>&amp;Retry the failures</source>
        <translation>&amp;Réessayer les échecs</translation>
    </message>
    <message>
        <source>&amp;Open the dispatch</source>
        <translation>&amp;Ouvrir la dépêche</translation>
    </message>
    <message>
        <source>&amp;Go on with the import</source>
        <translation>&amp;Poursuivre l’importation</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>ImportReportModel</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Headline, or the reason</source>
        <translation>Titre, ou raison</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissé de côté</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Importing</source>
        <translation>Importation</translation>
    </message>
    <message>
        <source>Previewing</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Importing the samples</source>
        <translation>Importation des exemples</translation>
    </message>
</context>
<context>
    <name>JobProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>LabelRows</name>
    <message>
        <source>Add a lan&amp;guage</source>
        <translation>Ajouter une lan&amp;gue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Label in this language</source>
        <translation>Libellé dans cette langue</translation>
    </message>
</context>
<context>
    <name>LayerExportDialog</name>
    <message>
        <source>Export my coding</source>
        <translation>Exporter mon codage</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Dispatches with a &amp;tag or an annotation</source>
        <translation>Les dépêches avec une é&amp;tiquette ou une annotation</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n dispatch(es) of the results</source>
        <translation>
            <numerusform>%n dépêche trouv&amp;ée</numerusform>
            <numerusform>Les %n dépêches trouvé&amp;es</numerusform>
        </translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Votre &amp;nom</translation>
    </message>
    <message>
        <source>Which dispatches have you coded, with or without a concept?</source>
        <translation>Quelles dépêches avez-vous codées, avec ou sans concept ?</translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>No word of this dispatch tells it from the others</source>
        <translation>Aucun mot de cette dépêche ne la distingue des autres</translation>
    </message>
</context>
<context>
    <name>ManyPassages</name>
    <message>
        <source>Annotate &amp;all occurrences…</source>
        <translation>&amp;Annoter toutes les occurrences…</translation>
    </message>
    <message>
        <source>&amp;Merge with what it touches</source>
        <translation>&amp;Fusionner avec ce qu’elle touche</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>Annotations in view</source>
        <translation>Annotations visibles</translation>
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
            <numerusform>%n sur ce sujet</numerusform>
            <numerusform>%n sur ce sujet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge concepts</source>
        <translation>Fusionner des concepts</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Fusionner avec</translation>
    </message>
    <message>
        <source>Find the concept that stays</source>
        <translation>Chercher le concept qui reste</translation>
    </message>
    <message>
        <source>Concepts that may stay</source>
        <translation>Concepts qui peuvent rester</translation>
    </message>
    <message>
        <source>Merge “{concept}” into:</source>
        <translation>Fusionner « {concept} » avec :</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Fusionner</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatches</source>
        <translation>
            <numerusform>%n dépêche</numerusform>
            <numerusform>%n dépêches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message>
        <source>This affects {dispatches} and {annotations}.</source>
        <translation>Cela concerne {dispatches} et {annotations}.</translation>
    </message>
    <message>
        <source>“{source}” becomes an alias of “{target}”.</source>
        <translation>« {source} » devient un synonyme de « {target} ».</translation>
    </message>
    <message numerus="yes">
        <source>%n narrower concepts move along.</source>
        <translation>
            <numerusform>%n concept plus étroit suit.</numerusform>
            <numerusform>%n concepts plus étroits suivent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>NoMatch</name>
    <message>
        <source>{done} of {total} dispatches</source>
        <translation>{done} dépêches sur {total}</translation>
    </message>
    <message>
        <source>The search index is being built</source>
        <translation>L’index de recherche est en construction</translation>
    </message>
    <message>
        <source>Counting the dispatches…</source>
        <translation>Comptage des dépêches…</translation>
    </message>
    <message>
        <source>No dispatch matches “{query}”</source>
        <translation>Aucune dépêche ne correspond à « {query} »</translation>
    </message>
    <message>
        <source>No dispatch matches these filters</source>
        <translation>Aucune dépêche ne correspond à ces filtres</translation>
    </message>
    <message>
        <source>Try another spelling, fewer words, or fewer filters.</source>
        <translation>Essayez une autre graphie, moins de mots ou moins de filtres.</translation>
    </message>
    <message>
        <source>Search for “{query}”</source>
        <translation>Chercher « {query} »</translation>
    </message>
    <message>
        <source>Search all dates</source>
        <translation>Chercher à toutes les dates</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Retirer tous les filtres</translation>
    </message>
    <message>
        <source>Clear the search field</source>
        <translation>Vider le champ de recherche</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Annotation</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What do you note about this passage?</source>
        <translation>Que notez-vous à propos de ce passage ?</translation>
    </message>
    <message>
        <source>&amp;Concepts…</source>
        <translation>&amp;Concepts…</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Entrée</translation>
    </message>
    <message>
        <source>Concepts of the annotation</source>
        <translation>Concepts de l’annotation</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Did you mean</source>
        <translation>Vouliez-vous dire</translation>
    </message>
    <message>
        <source>Search for “{query}”</source>
        <translation>Chercher « {query} »</translation>
    </message>
    <message>
        <source>This is not a complete query near “{detail}”; it was searched as plain words.</source>
        <translation>La requête est incomplète près de « {detail} » ; elle a été cherchée comme de simples mots.</translation>
    </message>
    <message>
        <source>Few dispatches hold all the words; matches with fewer words follow.</source>
        <translation>Peu de dépêches contiennent tous les mots ; suivent celles qui en contiennent moins.</translation>
    </message>
    <message>
        <source>“{detail}” stands for very many words; only the most frequent were searched.</source>
        <translation>« {detail} » représente un très grand nombre de mots ; seuls les plus fréquents ont été cherchés.</translation>
    </message>
    <message>
        <source>The query is too long; only its first {detail} characters were searched.</source>
        <translation>La requête est trop longue ; seuls ses {detail} premiers caractères ont été cherchés.</translation>
    </message>
    <message>
        <source>The search took too long; part of the query was left out.</source>
        <translation>La recherche prenait trop de temps ; une partie de la requête a été laissée de côté.</translation>
    </message>
    <message>
        <source>“{detail}” is too short to search and was left out.</source>
        <translation>« {detail} » est trop court pour être cherché et a été laissé de côté.</translation>
    </message>
    <message>
        <source>The search index is being built; some dispatches cannot be found yet.</source>
        <translation>L’index est en construction ; certaines dépêches ne peuvent pas encore être trouvées.</translation>
    </message>
    <message>
        <source>Words that begin with “{word}”</source>
        <translation>Mots qui commencent par « {word} »</translation>
    </message>
    <message>
        <source>Also searched: {forms}</source>
        <translation>Aussi cherché : {forms}</translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>Annotate all occurrences</source>
        <translation>Annoter toutes les occurrences</translation>
    </message>
    <message>
        <source>In &amp;this dispatch</source>
        <translation>Dans cet&amp;te dépêche</translation>
    </message>
    <message numerus="yes">
        <source>In &amp;all %n dispatch(es) of the results</source>
        <translation>
            <numerusform>D&amp;ans %n dépêche trouvée</numerusform>
            <numerusform>Dans les %n dépêches trouvé&amp;es</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
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
            <numerusform>dans %n dépêche</numerusform>
            <numerusform>dans %n dépêches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open it read-&amp;only</source>
        <translation>Ouvrir en &amp;lecture seule</translation>
    </message>
    <message>
        <source>&amp;Recover the backup</source>
        <translation>&amp;Récupérer la sauvegarde</translation>
    </message>
    <message>
        <source>Open another &amp;archive…</source>
        <translation>Ouvrir une autre &amp;archive…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>{folder} is opened with its passphrase; it is kept in memory only.</source>
        <translation>{folder} s’ouvre avec sa phrase secrète ; elle n’est gardée qu’en mémoire.</translation>
    </message>
    <message>
        <source>This archive is encrypted</source>
        <translation>Cette archive est chiffrée</translation>
    </message>
    <message>
        <source>Damaged backups still have the old passphrase: {names}</source>
        <translation>Des sauvegardes endommagées gardent l’ancienne phrase secrète : {names}</translation>
    </message>
    <message>
        <source>Delete them if nobody should read them.</source>
        <translation>Supprimez-les si personne ne doit les lire.</translation>
    </message>
</context>
<context>
    <name>Orphans</name>
    <message>
        <source>This passage stands in version {number} of {count}, not in a newer one</source>
        <translation>Ce passage figure dans la version {number} sur {count}, mais dans aucune plus récente</translation>
    </message>
    <message>
        <source>Open the newest version</source>
        <translation>Ouvrir la dernière version</translation>
    </message>
    <message>
        <source>“{quote}” is not found in this text</source>
        <translation>« {quote} » est introuvable dans ce texte</translation>
    </message>
    <message>
        <source>Select the passage that took its place and press {key}, or delete the annotation.</source>
        <translation>Sélectionnez le passage qui l’a remplacé et appuyez sur {key}, ou supprimez l’annotation.</translation>
    </message>
    <message>
        <source>Delete annotation</source>
        <translation>Supprimer l’annotation</translation>
    </message>
</context>
<context>
    <name>OtherNames</name>
    <message>
        <source>“{words}” is also called</source>
        <translation>« {words} » s’appelle aussi</translation>
    </message>
    <message>
        <source>Searched too; press to leave it out</source>
        <translation>Cherché aussi ; appuyez pour l’écarter</translation>
    </message>
    <message>
        <source>Left out; press to search it too</source>
        <translation>Écarté ; appuyez pour le chercher aussi</translation>
    </message>
</context>
<context>
    <name>PassageBar</name>
    <message>
        <source>Annotate the passage</source>
        <translation>Annoter le passage</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Present passphrase</source>
        <translation>Phrase secrète actuelle</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>&amp;Remove the passphrase</source>
        <translation>&amp;Retirer la phrase secrète</translation>
    </message>
    <message>
        <source>At least {least} characters; five or six unrelated words are good.</source>
        <translation>Au moins {least} caractères ; cinq ou six mots sans rapport conviennent bien.</translation>
    </message>
    <message>
        <source>The two do not agree yet.</source>
        <translation>Les deux ne concordent pas encore.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>&amp;Show what is typed</source>
        <translation>&amp;Montrer ce qui est saisi</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The settings could not be read and were reset</source>
        <translation>Les réglages étaient illisibles et ont été réinitialisés</translation>
    </message>
    <message>
        <source>The old file is kept as {file}.</source>
        <translation>L’ancien fichier est conservé : {file}.</translation>
    </message>
    <message>
        <source>Make an encrypted archive</source>
        <translation>Créer une archive chiffrée</translation>
    </message>
</context>
<context>
    <name>ProvenanceDialog</name>
    <message>
        <source>Cop&amp;y everything</source>
        <translation>Tout cop&amp;ier</translation>
    </message>
</context>
<context>
    <name>Provenances</name>
    <message>
        <source>Provenance of no. {number}</source>
        <translation>Provenance du n° {number}</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>What one can type in the search field</source>
        <translation>Ce que l’on peut saisir dans le champ de recherche</translation>
    </message>
    <message>
        <source>What one can type</source>
        <translation>Ce que l’on peut saisir</translation>
    </message>
    <message>
        <source>both words; accents and capitals never matter</source>
        <translation>les deux mots ; accents et majuscules ne comptent pas</translation>
    </message>
    <message>
        <source>the words as a phrase</source>
        <translation>les mots à la suite</translation>
    </message>
    <message>
        <source>the words near one another, at most 5 between them</source>
        <translation>les mots proches, 5 au plus entre eux</translation>
    </message>
    <message>
        <source>any ending; ? stands for one letter</source>
        <translation>toute terminaison ; ? vaut une lettre</translation>
    </message>
    <message>
        <source>words spelt nearly so</source>
        <translation>mots d’orthographe voisine</translation>
    </message>
    <message>
        <source>exactly this form of the word</source>
        <translation>exactement cette forme du mot</translation>
    </message>
    <message>
        <source>either; also AND, NOT, - and ( )</source>
        <translation>l’un ou l’autre ; aussi ET, SAUF, - et ( )</translation>
    </message>
    <message>
        <source>in one field: headline, byline, city, section, source…</source>
        <translation>dans un champ : headline, byline, city, section, source…</translation>
    </message>
    <message>
        <source>filed in a month, on a day, or 2024-01..2024-06</source>
        <translation>émise un mois, un jour, ou 2024-01..2024-06</translation>
    </message>
    <message>
        <source>tagged with a concept or one below it</source>
        <translation>étiquetée d’un concept ou d’un plus étroit</translation>
    </message>
    <message>
        <source>in your notes; has:annotation finds all with one</source>
        <translation>dans vos notes ; has:annotation trouve toutes les annotées</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Reader</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>No dispatch is open</source>
        <translation>Aucune dépêche n’est ouverte</translation>
    </message>
    <message>
        <source>Choose one in the results to read, tag and annotate it here.</source>
        <translation>Choisissez-en une dans les résultats pour la lire, l’étiqueter et l’annoter ici.</translation>
    </message>
    <message>
        <source>&amp;Next hit</source>
        <translation>Occurrence &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Previous hit</source>
        <translation>Occurrence &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Find in this dispatch…</source>
        <translation>&amp;Chercher dans cette dépêche…</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>&amp;Suggestions</translation>
    </message>
</context>
<context>
    <name>ReaderBody</name>
    <message>
        <source>Text of the dispatch</source>
        <translation>Texte de la dépêche</translation>
    </message>
</context>
<context>
    <name>ReaderHeader</name>
    <message>
        <source>About the dispatch</source>
        <translation>À propos de la dépêche</translation>
    </message>
    <message>
        <source>&amp;Copy the headline</source>
        <translation>&amp;Copier le titre</translation>
    </message>
    <message>
        <source>Filed {date}</source>
        <translation>Émise le {date}</translation>
    </message>
    <message>
        <source>Updated {date}</source>
        <translation>Mise à jour le {date}</translation>
    </message>
    <message>
        <source>Captured {date}</source>
        <translation>Capturée le {date}</translation>
    </message>
    <message>
        <source>Imported {date}</source>
        <translation>Importée le {date}</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>N° {number}</translation>
    </message>
    <message>
        <source>Excerpt only</source>
        <translation>Extrait seulement</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>À la corbeille</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Of the story above</source>
        <translation>Du même sujet que ci-dessus</translation>
    </message>
    <message numerus="yes">
        <source>Stands for %n dispatch(es) of this story</source>
        <translation>
            <numerusform>Représente %n dépêche sur ce sujet</numerusform>
            <numerusform>Représente %n dépêches sur ce sujet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Order of the results</source>
        <translation>Ordre des résultats</translation>
    </message>
    <message>
        <source>Most relevant</source>
        <translation>Plus pertinentes</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Plus récentes</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Plus anciennes</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>By story</source>
        <translation>Par sujet</translation>
    </message>
    <message>
        <source>One line per story; the right arrow key unfolds it, the left one folds it</source>
        <translation>Une ligne par sujet ; la flèche droite la déplie, la gauche la replie</translation>
    </message>
    <message>
        <source>One line per story</source>
        <translation>Une ligne par sujet</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es)</source>
        <translation>
            <numerusform>%n dépêche</numerusform>
            <numerusform>%n dépêches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n story(ies)</source>
        <translation>
            <numerusform>%n sujet</numerusform>
            <numerusform>%n sujets</numerusform>
        </translation>
    </message>
    <message>
        <source>{dispatches} in {stories}</source>
        <translation>{dispatches} en {stories}</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>New rule</source>
        <translation>Nouvelle règle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>There is a rule of this name already.</source>
        <translation>Il y a déjà une règle de ce nom.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Trouve</translation>
    </message>
    <message>
        <source>&amp;Tags with</source>
        <translation>É&amp;tiquette avec</translation>
    </message>
    <message>
        <source>A rule never runs by itself. You see what it would tag first, and each run can be undone.</source>
        <translation>Une règle ne s’applique jamais d’elle-même. Vous voyez d’abord ce qu’elle étiquetterait, et chaque passage peut être annulé.</translation>
    </message>
</context>
<context>
    <name>RulePreviewDialog</name>
    <message>
        <source>Run rules</source>
        <translation>Appliquer les règles</translation>
    </message>
    <message>
        <source>Run the rule</source>
        <translation>Appliquer la règle</translation>
    </message>
    <message>
        <source>The search index is being built; some dispatches cannot be found yet.</source>
        <translation>L’index de recherche est en construction ; certaines dépêches ne peuvent pas encore être trouvées.</translation>
    </message>
    <message>
        <source>{rule} → {concept}</source>
        <translation>{rule} → {concept}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Finds {found}: {held} tagged already, {fresh} to be tagged.</source>
        <translation>Trouve {found} : {held} déjà étiquetées, {fresh} à étiqueter.</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatches</source>
        <translation>
            <numerusform>%n dépêche</numerusform>
            <numerusform>%n dépêches</numerusform>
        </translation>
    </message>
    <message>
        <source>What would be tagged</source>
        <translation>Ce qui serait étiqueté</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Tag %n dispatches</source>
        <translation>
            <numerusform>É&amp;tiqueter %n dépêche</numerusform>
            <numerusform>É&amp;tiqueter %n dépêches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>&amp;New from this search…</source>
        <translation>&amp;Nouvelle, de cette recherche…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>R&amp;un…</source>
        <translation>&amp;Appliquer…</translation>
    </message>
    <message>
        <source>Run &amp;all…</source>
        <translation>&amp;Tout appliquer…</translation>
    </message>
    <message>
        <source>A rule tags what its search finds, when you run it and have looked at it.</source>
        <translation>Une règle étiquette ce que sa recherche trouve, quand vous l’appliquez et après que vous l’avez vu.</translation>
    </message>
    <message>
        <source>Rename the rule</source>
        <translation>Renommer la règle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>RulesModel</name>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Trouve</translation>
    </message>
    <message>
        <source>Tags with</source>
        <translation>Étiquette avec</translation>
    </message>
    <message>
        <source>Ran last</source>
        <translation>Dernier passage</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message numerus="yes">
        <source>%n tagged</source>
        <translation>
            <numerusform>%n étiquetée</numerusform>
            <numerusform>%n étiquetées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ruling</name>
    <message>
        <source>Save rule “{name}”</source>
        <translation>Enregistrer la règle « {name} »</translation>
    </message>
    <message>
        <source>The rule “{name}” is saved</source>
        <translation>La règle « {name} » est enregistrée</translation>
    </message>
    <message>
        <source>Look at the rules…</source>
        <translation>Voir les règles…</translation>
    </message>
    <message>
        <source>Rename rule “{name}”</source>
        <translation>Renommer la règle « {name} »</translation>
    </message>
    <message>
        <source>Delete rule “{name}”</source>
        <translation>Supprimer la règle « {name} »</translation>
    </message>
    <message numerus="yes">
        <source>Run %n rules</source>
        <translation>
            <numerusform>Appliquer %n règle</numerusform>
            <numerusform>Appliquer %n règles</numerusform>
        </translation>
    </message>
    <message>
        <source>Run rule “{name}”</source>
        <translation>Appliquer la règle « {name} »</translation>
    </message>
    <message>
        <source>Your rules have not run on what was just imported</source>
        <translation>Vos règles n’ont pas été appliquées à ce qui vient d’être importé</translation>
    </message>
    <message>
        <source>Look at what they would tag…</source>
        <translation>Voir ce qu’elles étiquetteraient…</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>Keep the present search with the bookmark above.</source>
        <translation>Gardez la recherche en cours avec le signet ci-dessus.</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Enregistrer cette recherche…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Save search “{name}”</source>
        <translation>Enregistrer la recherche « {name} »</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation>Renommer la recherche</translation>
    </message>
    <message>
        <source>Rename search “{name}”</source>
        <translation>Renommer la recherche « {name} »</translation>
    </message>
    <message>
        <source>Delete search “{name}”</source>
        <translation>Supprimer la recherche « {name} »</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Search headlines, text, agencies, notes…</source>
        <translation>Chercher dans titres, textes, agences, notes…</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>Recherches précédentes</translation>
    </message>
    <message>
        <source>What one can type here</source>
        <translation>Ce que l’on peut saisir ici</translation>
    </message>
    <message>
        <source>Advanced search</source>
        <translation>Recherche avancée</translation>
    </message>
    <message>
        <source>No earlier searches</source>
        <translation>Aucune recherche précédente</translation>
    </message>
</context>
<context>
    <name>Secrecy</name>
    <message>
        <source>Copy encrypted</source>
        <translation>Copier en chiffrant</translation>
    </message>
    <message>
        <source>Copying, encrypted</source>
        <translation>Copie chiffrée</translation>
    </message>
    <message>
        <source>The encrypted copy is made and checked: {folder}</source>
        <translation>La copie chiffrée est faite et contrôlée : {folder}</translation>
    </message>
    <message>
        <source>This archive is as it was; delete it if nobody should read it.</source>
        <translation>Cette archive est restée telle quelle ; supprimez-la si personne ne doit la lire.</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>Ouvrir la copie</translation>
    </message>
    <message>
        <source>This archive has no passphrase</source>
        <translation>Cette archive n’a pas de phrase secrète</translation>
    </message>
    <message>
        <source>Make an encrypted copy of it.</source>
        <translation>Faites-en une copie chiffrée.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase secrète</translation>
    </message>
    <message>
        <source>The archive and the backups beside it are written anew. Copies that you keep elsewhere keep the passphrase they had.</source>
        <translation>L’archive et les sauvegardes à côté d’elle sont réécrites. Les copies que vous gardez ailleurs conservent leur phrase secrète.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Signs your annotations</source>
        <translation>Signe vos annotations</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>Taille du te&amp;xte</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Votre &amp;nom</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Archive</translation>
    </message>
    <message>
        <source>Folder of the archive</source>
        <translation>Dossier de l’archive</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Changer…</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split “{concept}”</source>
        <translation>Scinder « {concept} »</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>Nouveau concept</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Filter by words of headline or quote</source>
        <translation>Filtrer par mots du titre ou de la citation</translation>
    </message>
    <message>
        <source>What goes to the new concept</source>
        <translation>Ce qui passe au nouveau concept</translation>
    </message>
    <message>
        <source>&amp;New concept</source>
        <translation>&amp;Nouveau concept</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtre</translation>
    </message>
    <message>
        <source>&amp;Tick all shown</source>
        <translation>&amp;Cocher tout ce qui est affiché</translation>
    </message>
    <message>
        <source>T&amp;ick none shown</source>
        <translation>&amp;Décocher ce qui est affiché</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Scinder</translation>
    </message>
    <message>
        <source>There is a concept of this name here already.</source>
        <translation>Il y a déjà un concept de ce nom ici.</translation>
    </message>
    <message>
        <source>{dispatches} and {annotations} go to “{new}”.</source>
        <translation>{dispatches} et {annotations} passent à « {new} ».</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatches</source>
        <translation>
            <numerusform>%n dépêche</numerusform>
            <numerusform>%n dépêches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotations</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message>
        <source>{dispatches} and {annotations} stay with “{old}”.</source>
        <translation>{dispatches} et {annotations} restent à « {old} ».</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>The search index cannot be written</source>
        <translation>L’index de recherche ne peut pas être écrit</translation>
    </message>
    <message>
        <source>Building the search index</source>
        <translation>Construction de l’index</translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) in the archive</source>
        <translation>
            <numerusform>%n dépêche dans l’archive</numerusform>
            <numerusform>%n dépêches dans l’archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionnée</numerusform>
            <numerusform>%n sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <source>&amp;Join as one story</source>
        <translation>&amp;Réunir en un sujet</translation>
    </message>
    <message>
        <source>Se&amp;parate from this story</source>
        <translation>Sé&amp;parer de ce sujet</translation>
    </message>
    <message numerus="yes">
        <source>Join %n dispatch(es) as one story</source>
        <translation>
            <numerusform>Réunir %n dépêche en un sujet</numerusform>
            <numerusform>Réunir %n dépêches en un sujet</numerusform>
        </translation>
    </message>
    <message>
        <source>Separate from its story</source>
        <translation>Séparer de son sujet</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Co&amp;mpare versions</source>
        <translation>Co&amp;mparer les versions</translation>
    </message>
    <message>
        <source>Next &amp;change</source>
        <translation>&amp;Changement suivant</translation>
    </message>
    <message>
        <source>Previous c&amp;hange</source>
        <translation>C&amp;hangement précédent</translation>
    </message>
    <message>
        <source>&amp;Older version</source>
        <translation>Version plus &amp;ancienne</translation>
    </message>
    <message>
        <source>Ne&amp;wer version</source>
        <translation>Version plus &amp;récente</translation>
    </message>
    <message>
        <source>Carry annotations &amp;over</source>
        <translation>Re&amp;porter les annotations</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Fermer la comparaison</translation>
    </message>
    <message numerus="yes">
        <source>Carry %n annotation(s) over</source>
        <translation>
            <numerusform>Reporter %n annotation</numerusform>
            <numerusform>Reporter %n annotations</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark annotations as orphaned</source>
        <translation>Marquer les annotations comme orphelines</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Tag with “{concept}”</source>
        <translation>Étiqueter avec « {concept} »</translation>
    </message>
    <message>
        <source>Annotate “{passage}”</source>
        <translation>Annoter « {passage} »</translation>
    </message>
    <message>
        <source>Reject “{passage}”</source>
        <translation>Rejeter « {passage} »</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Accepter</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>Re&amp;jeter</translation>
    </message>
    <message>
        <source>Tag or annotate with it (Enter)</source>
        <translation>Étiqueter ou annoter (Entrée)</translation>
    </message>
    <message>
        <source>Do not suggest it here again (Del)</source>
        <translation>Ne plus le suggérer ici (Suppr)</translation>
    </message>
    <message>
        <source>Suggestions for this dispatch</source>
        <translation>Suggestions pour cette dépêche</translation>
    </message>
    <message>
        <source>Close the suggestions</source>
        <translation>Fermer les suggestions</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Recherche de suggestions…</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing more to suggest</source>
        <translation>Plus rien à suggérer</translation>
    </message>
</context>
<context>
    <name>SuggestionsModel</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n endroit</numerusform>
            <numerusform>%n endroits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SwatchRow</name>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Sans couleur</translation>
    </message>
</context>
<context>
    <name>TagPalette</name>
    <message>
        <source>Concept</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Find a concept, or type a new one: “Law / Encryption”</source>
        <translation>Cherchez un concept, ou saisissez-en un nouveau : « Loi / Chiffrement »</translation>
    </message>
    <message>
        <source>Find a concept</source>
        <translation>Chercher un concept</translation>
    </message>
    <message>
        <source>Concepts that match</source>
        <translation>Concepts correspondants</translation>
    </message>
    <message>
        <source>Enter: take it  ·  Ctrl+Enter: take it and go on  ·  Esc: close</source>
        <translation>Entrée : choisir  ·  Ctrl+Entrée : choisir et continuer  ·  Échap : fermer</translation>
    </message>
    <message>
        <source>Enter: take it  ·  Esc: close</source>
        <translation>Entrée : choisir  ·  Échap : fermer</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>&amp;Tag…</source>
        <translation>É&amp;tiqueter…</translation>
    </message>
    <message>
        <source>Tag &amp;again</source>
        <translation>Étiqueter &amp;encore</translation>
    </message>
    <message>
        <source>Tag with concept {digit}</source>
        <translation>Étiqueter avec le concept {digit}</translation>
    </message>
    <message>
        <source>Take tag “{concept}” off</source>
        <translation>Retirer l’étiquette « {concept} »</translation>
    </message>
    <message>
        <source>Tag with “{concept}”</source>
        <translation>Étiqueter « {concept} »</translation>
    </message>
    <message numerus="yes">
        <source>Tag %n dispatches with “{concept}”</source>
        <translation>
            <numerusform>Étiqueter %n dépêche « {concept} »</numerusform>
            <numerusform>Étiqueter %n dépêches « {concept} »</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take tag “{concept}” off %n dispatches</source>
        <translation>
            <numerusform>Retirer l’étiquette « {concept} » de %n dépêche</numerusform>
            <numerusform>Retirer l’étiquette « {concept} » de %n dépêches</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag this dispatch</source>
        <translation>Étiqueter cette dépêche</translation>
    </message>
    <message numerus="yes">
        <source>Tag %n dispatches</source>
        <translation>
            <numerusform>Étiqueter %n dépêche</numerusform>
            <numerusform>Étiqueter %n dépêches</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag &amp;again with “{concept}”</source>
        <translation>Étiqueter &amp;encore « {concept} »</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>All dates</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>Remove the date range</source>
        <translation>Retirer la période</translation>
    </message>
    <message>
        <source>What a bar stands for</source>
        <translation>Ce que représente une barre</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Par jour</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Par semaine</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Par mois</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Par an</translation>
    </message>
    <message>
        <source>Dispatches in time, {range}; most in {span}: {count}.</source>
        <translation>Dépêches dans le temps, {range} ; maximum en {span} : {count}.</translation>
    </message>
    <message>
        <source>Chosen: {range}</source>
        <translation>Période choisie : {range}</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Dispatches in the trash</source>
        <translation>Dépêches à la corbeille</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Émise</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurer</translation>
    </message>
    <message>
        <source>Tags and annotations on them are kept. Enter restores what is selected.</source>
        <translation>Leurs étiquettes et annotations sont conservées. Entrée restaure la sélection.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>La corbeille est vide.</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Versions of this story</source>
        <translation>Versions de cette dépêche</translation>
    </message>
    <message>
        <source>&amp;Version:</source>
        <translation>&amp;Version :</translation>
    </message>
</context>
<context>
    <name>VocabularyImport</name>
    <message>
        <source>Importing a vocabulary</source>
        <translation>Importation d’un vocabulaire</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) imported; queries find them by all their names</source>
        <translation>
            <numerusform>%n concept importé ; les requêtes le trouvent sous tous ses noms</numerusform>
            <numerusform>%n concepts importés ; les requêtes les trouvent sous tous leurs noms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchedFoldersDialog</name>
    <message>
        <source>Watched folders</source>
        <translation>Dossiers surveillés</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>&amp;Ajouter un dossier…</translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation>&amp;Ne plus surveiller</translation>
    </message>
    <message>
        <source>New files in these folders, and in the folders below them, are imported into this archive by themselves: when it is opened and as soon as they are there. Files that have changed are read again. Nothing in the folders is changed.</source>
        <translation>Les nouveaux fichiers de ces dossiers et de leurs sous-dossiers sont importés d’eux-mêmes dans cette archive : à son ouverture et dès qu’ils apparaissent. Les fichiers modifiés sont relus. Rien n’est modifié dans les dossiers.</translation>
    </message>
    <message>
        <source>{folder} belongs to an archive, whose files are not imported.</source>
        <translation>{folder} appartient à une archive, dont les fichiers ne sont pas importés.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>inaccessible</translation>
    </message>
    <message>
        <source>gives no answer</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>belongs to an archive</source>
        <translation>appartient à une archive</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Surveiller un dossier</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>Aucun dossier n’est surveillé.</translation>
    </message>
</context>
<context>
    <name>WatchedMessages</name>
    <message numerus="yes">
        <source>%n dispatch(es) came in from watched folders</source>
        <translation>
            <numerusform>%n dépêche est venue des dossiers surveillés</numerusform>
            <numerusform>%n dépêches sont venues des dossiers surveillés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être lu.</numerusform>
            <numerusform>%n fichiers n’ont pas pu être lus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in watched folders could not be read</source>
        <translation>
            <numerusform>%n fichier des dossiers surveillés n’a pas pu être lu</numerusform>
            <numerusform>%n fichiers des dossiers surveillés n’ont pas pu être lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Such a file is tried again when it has changed.</source>
        <translation>Un tel fichier est relu quand il a changé.</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Montrer le rapport</translation>
    </message>
    <message>
        <source>Watched folders are not looked at until the archive is opened again</source>
        <translation>Les dossiers surveillés ne sont plus examinés jusqu’à la prochaine ouverture de l’archive</translation>
    </message>
    <message>
        <source>Go on now</source>
        <translation>Continuer maintenant</translation>
    </message>
    <message numerus="yes">
        <source>This archive has moved: %n folder(s) are not watched</source>
        <translation>
            <numerusform>Cette archive a été déplacée : %n dossier n’est plus surveillé</numerusform>
            <numerusform>Cette archive a été déplacée : %n dossiers ne sont plus surveillés</numerusform>
        </translation>
    </message>
    <message>
        <source>They were chosen when it lay in {place}: {folders}.</source>
        <translation>Choix fait quand elle se trouvait dans {place} : {folders}.</translation>
    </message>
    <message>
        <source>Watch them again</source>
        <translation>Les surveiller de nouveau</translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) can be read again: {folders}</source>
        <translation>
            <numerusform>%n dossier surveillé est de nouveau lisible : {folders}</numerusform>
            <numerusform>%n dossiers surveillés sont de nouveau lisibles : {folders}</numerusform>
        </translation>
    </message>
    <message>
        <source>Watched folders…</source>
        <translation>Dossiers surveillés…</translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) cannot be found: {folders}</source>
        <translation>
            <numerusform>%n dossier surveillé est introuvable : {folders}</numerusform>
            <numerusform>%n dossiers surveillés sont introuvables : {folders}</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect the disk or the share again: it is noticed by itself. Or stop watching the folder.</source>
        <translation>Rebranchez le disque ou reconnectez le partage : son retour est remarqué tout seul. Sinon, ne surveillez plus le dossier.</translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) cannot be reached: {folders}</source>
        <translation>
            <numerusform>%n dossier surveillé est inaccessible : {folders}</numerusform>
            <numerusform>%n dossiers surveillés sont inaccessibles : {folders}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing lies there while the disk or share is not connected; nothing is taken for deleted. Connect it again: it is noticed by itself.</source>
        <translation>Rien ne s’y trouve tant que le disque ou le partage n’est pas connecté ; rien n’est considéré comme supprimé. Reconnectez-le : son retour est remarqué de lui-même.</translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) give no answer: {folders}</source>
        <translation>
            <numerusform>%n dossier surveillé ne répond pas : {folders}</numerusform>
            <numerusform>%n dossiers surveillés ne répondent pas : {folders}</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the network or the disk. The other folders are looked at; this one is as soon as it answers.</source>
        <translation>Vérifiez le réseau ou le disque. Les autres dossiers restent surveillés ; celui-ci le sera de nouveau dès qu’il répondra.</translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) cannot be read: {folders}</source>
        <translation>
            <numerusform>%n dossier surveillé est illisible : {folders}</numerusform>
            <numerusform>%n dossiers surveillés sont illisibles : {folders}</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that you may open it, or stop watching it.</source>
        <translation>Vérifiez que vous avez le droit de l’ouvrir, ou ne le surveillez plus.</translation>
    </message>
    <message numerus="yes">
        <source>%n watched folder(s) belong to an archive: {folders}</source>
        <translation>
            <numerusform>%n dossier surveillé appartient à une archive : {folders}</numerusform>
            <numerusform>%n dossiers surveillés appartiennent à une archive : {folders}</numerusform>
        </translation>
    </message>
    <message>
        <source>The files of an archive are not imported. Stop watching the folder.</source>
        <translation>Les fichiers d’une archive ne sont pas importés. Ne surveillez plus le dossier.</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>Importing from the watched folders</source>
        <translation>Importation depuis les dossiers surveillés</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Opening the archive…</source>
        <translation>Ouverture de l’archive…</translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation>Déposez pour importer</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Filters, codebook, annotations</source>
        <translation>Filtres, codes, annotations</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Every annotation of the archive</source>
        <translation>Toutes les annotations de l’archive</translation>
    </message>
</context>
<context>
    <name>_Spoken</name>
    <message numerus="yes">
        <source>%n dispatch(es)</source>
        <translation>
            <numerusform>%n dépêche</numerusform>
            <numerusform>%n dépêches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispatch(es) without a date have no place here.</source>
        <translation>
            <numerusform>%n dépêche sans date n’a pas de place ici.</numerusform>
            <numerusform>%n dépêches sans date n’ont pas de place ici.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Tree</name>
    <message>
        <source>Only with “{value}”</source>
        <translation>Seulement avec « {value} »</translation>
    </message>
    <message>
        <source>Without “{value}”</source>
        <translation>Sans « {value} »</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Import, search, tag and annotate saved news dispatches, entirely offline.</source>
        <translation>Importer, chercher, étiqueter et annoter des dépêches enregistrées, entièrement hors ligne.</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>none: nothing is fetched or sent</source>
        <translation>aucun : rien n’est reçu ni envoyé</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>About Dispatch Reader</source>
        <translation>À propos de Dispatch Reader</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Import the &amp;sample dispatches</source>
        <translation>Importer les dépêches d’e&amp;xemple</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation>Mettre à la &amp;corbeille</translation>
    </message>
    <message>
        <source>Go to the search &amp;field</source>
        <translation>Aller au &amp;champ de recherche</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>&amp;Importer des fichiers…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>Importer un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Preview files…</source>
        <translation>Aperçu de &amp;fichiers…</translation>
    </message>
    <message>
        <source>Pre&amp;view a folder…</source>
        <translation>Aperçu d’un d&amp;ossier…</translation>
    </message>
    <message>
        <source>&amp;Resume the unfinished import</source>
        <translation>&amp;Reprendre l’importation inachevée</translation>
    </message>
    <message>
        <source>&amp;Watched folders…</source>
        <translation>Dossiers sur&amp;veillés…</translation>
    </message>
    <message>
        <source>&amp;Correct fields…</source>
        <translation>&amp;Corriger les champs…</translation>
    </message>
    <message>
        <source>Pro&amp;venance…</source>
        <translation>Pro&amp;venance…</translation>
    </message>
    <message>
        <source>Open another &amp;archive…</source>
        <translation>Ouvrir une autre &amp;archive…</translation>
    </message>
    <message>
        <source>&amp;New encrypted archive…</source>
        <translation>&amp;Nouvelle archive chiffrée…</translation>
    </message>
    <message>
        <source>&amp;Export the results…</source>
        <translation>&amp;Exporter les résultats…</translation>
    </message>
    <message>
        <source>Export a&amp;nnotations…</source>
        <translation>Exporter les a&amp;nnotations…</translation>
    </message>
    <message>
        <source>I&amp;mport annotations…</source>
        <translation>I&amp;mporter des annotations…</translation>
    </message>
    <message>
        <source>Dispatches in the &amp;trash…</source>
        <translation>Dépêches à la cor&amp;beille…</translation>
    </message>
    <message>
        <source>&amp;Export my coding…</source>
        <translation>&amp;Exporter mon codage…</translation>
    </message>
    <message>
        <source>&amp;Import another coder’s work…</source>
        <translation>&amp;Importer le travail d’un autre codeur…</translation>
    </message>
    <message>
        <source>&amp;Compare coders…</source>
        <translation>&amp;Comparer les codeurs…</translation>
    </message>
    <message>
        <source>&amp;Passage with its citation</source>
        <translation>&amp;Passage avec sa citation</translation>
    </message>
    <message>
        <source>Dispatch as &amp;ISO 690</source>
        <translation>Dépêche selon &amp;ISO 690</translation>
    </message>
    <message>
        <source>Dispatch as &amp;APA</source>
        <translation>Dépêche selon &amp;APA</translation>
    </message>
    <message>
        <source>Dispatch as &amp;Chicago</source>
        <translation>Dépêche selon &amp;Chicago</translation>
    </message>
    <message>
        <source>&amp;Save the passage’s citation…</source>
        <translation>Enregi&amp;strer la citation du passage…</translation>
    </message>
    <message>
        <source>Chec&amp;k a citation…</source>
        <translation>&amp;Vérifier une citation…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Réglages…</translation>
    </message>
    <message>
        <source>&amp;Advanced search…</source>
        <translation>Recherche &amp;avancée…</translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation>&amp;Enregistrer cette recherche…</translation>
    </message>
    <message>
        <source>&amp;Remove all filters</source>
        <translation>&amp;Retirer tous les filtres</translation>
    </message>
    <message>
        <source>&amp;Next dispatch</source>
        <translation>Dépêche &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Previous dispatch</source>
        <translation>Dépêche &amp;précédente</translation>
    </message>
    <message>
        <source>Go to the next p&amp;ane</source>
        <translation>&amp;Aller au volet suivant</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filtres</translation>
    </message>
    <message>
        <source>&amp;Codebook</source>
        <translation>&amp;Codes</translation>
    </message>
    <message>
        <source>&amp;Annotations</source>
        <translation>A&amp;nnotations</translation>
    </message>
    <message>
        <source>C&amp;overage of the results</source>
        <translation>C&amp;ouverture des résultats</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texte plus pe&amp;tit</translation>
    </message>
    <message>
        <source>N&amp;ormal text size</source>
        <translation>Taille n&amp;ormale du texte</translation>
    </message>
    <message>
        <source>&amp;Verify the archive</source>
        <translation>&amp;Vérifier l’archive</translation>
    </message>
    <message>
        <source>&amp;Rebuild the search index</source>
        <translation>&amp;Reconstruire l’index de recherche</translation>
    </message>
    <message>
        <source>&amp;Back up the archive…</source>
        <translation>&amp;Sauvegarder l’archive…</translation>
    </message>
    <message>
        <source>&amp;Copy the archive, encrypted…</source>
        <translation>&amp;Copier l’archive en la chiffrant…</translation>
    </message>
    <message>
        <source>Change the &amp;passphrase…</source>
        <translation>Changer la &amp;phrase secrète…</translation>
    </message>
    <message>
        <source>Import a code&amp;book…</source>
        <translation>Importer des &amp;codes…</translation>
    </message>
    <message>
        <source>Export the codeboo&amp;k…</source>
        <translation>E&amp;xporter les codes…</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>&amp;Règles…</translation>
    </message>
    <message>
        <source>Make a rule of this searc&amp;h…</source>
        <translation>Faire une règle de cette rec&amp;herche…</translation>
    </message>
    <message>
        <source>More &amp;like this</source>
        <translation>Dépêches &amp;semblables</translation>
    </message>
    <message>
        <source>Export the &amp;log of searches…</source>
        <translation>Exporter le &amp;journal des recherches…</translation>
    </message>
    <message>
        <source>Import a &amp;vocabulary…</source>
        <translation>Importer un &amp;vocabulaire…</translation>
    </message>
    <message>
        <source>&amp;What the archive holds</source>
        <translation>Ce que l’archive &amp;contient</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Dispatch Reader</source>
        <translation>À &amp;propos de Dispatch Reader</translation>
    </message>
</context>
<context>
    <name>annotations</name>
    <message>
        <source>Stands in its dispatch</source>
        <translation>Figure dans sa dépêche</translation>
    </message>
    <message>
        <source>Passage not found</source>
        <translation>Passage introuvable</translation>
    </message>
    <message>
        <source>Stands in version {number} of {count}</source>
        <translation>Dans la version {number} sur {count}</translation>
    </message>
    <message>
        <source>Not found in version {number} of {count}</source>
        <translation>Absent de la version {number} sur {count}</translation>
    </message>
</context>
<context>
    <name>book_files</name>
    <message>
        <source>Import a codebook</source>
        <translation>Importer des codes</translation>
    </message>
    <message>
        <source>Codebooks (*.ttl *.jsonld *.csv)</source>
        <translation>Codes (*.ttl *.jsonld *.csv)</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>Exporter les codes</translation>
    </message>
</context>
<context>
    <name>citing</name>
    <message>
        <source>Dispatch</source>
        <translation>Dépêche</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Passage cité</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Text before it</source>
        <translation>Texte qui précède</translation>
    </message>
    <message>
        <source>Text after it</source>
        <translation>Texte qui suit</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Émise</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mise à jour</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Numéro d’entrée</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>The archive does not hold the cited dispatch</source>
        <translation>L’archive ne contient pas la dépêche citée</translation>
    </message>
    <message>
        <source>Dispatch {number} says otherwise</source>
        <translation>La dépêche {number} dit autre chose</translation>
    </message>
    <message>
        <source>cited: {text}</source>
        <translation>cité : {text}</translation>
    </message>
    <message>
        <source>here: {text}</source>
        <translation>ici : {text}</translation>
    </message>
    <message>
        <source>The citation is not confirmed</source>
        <translation>La citation n’est pas confirmée</translation>
    </message>
</context>
<context>
    <name>colour_names</name>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Sarcelle</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
</context>
<context>
    <name>date_text</name>
    <message>
        <source>(day and month uncertain)</source>
        <translation>(jour et mois incertains)</translation>
    </message>
    <message>
        <source>{offset} assumed</source>
        <translation>{offset} supposé</translation>
    </message>
    <message>
        <source>zone unknown</source>
        <translation>fuseau inconnu</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The archive could not do this</source>
        <translation>L’archive n’a pas pu le faire</translation>
    </message>
    <message>
        <source>Try again; if it happens again, run “verify” on the archive.</source>
        <translation>Réessayez ; si cela se répète, lancez la vérification de l’archive.</translation>
    </message>
    <message>
        <source>The archive in {folder} is in use by {holder}</source>
        <translation>L’archive de {folder} est utilisée par {holder}</translation>
    </message>
    <message>
        <source>Close that window first, or open the archive read-only.</source>
        <translation>Fermez d’abord cette fenêtre, ou ouvrez l’archive en lecture seule.</translation>
    </message>
    <message>
        <source>There is no archive in {folder}</source>
        <translation>Il n’y a pas d’archive dans {folder}</translation>
    </message>
    <message>
        <source>Choose another folder, or create an archive there by importing into it.</source>
        <translation>Choisissez un autre dossier, ou créez-y une archive en y important des dépêches.</translation>
    </message>
    <message>
        <source>The archive in {folder} has format {found}; this program knows up to {known}</source>
        <translation>L’archive de {folder} est au format {found} ; ce programme connaît jusqu’au format {known}</translation>
    </message>
    <message>
        <source>Open it with the newer version of Dispatch Reader. Nothing in it was changed.</source>
        <translation>Ouvrez-la avec la version plus récente de Dispatch Reader. Rien n’y a été modifié.</translation>
    </message>
    <message>
        <source>The record in {folder} is damaged: {detail}</source>
        <translation>Le registre de {folder} est endommagé : {detail}</translation>
    </message>
    <message>
        <source>Restore the newest backup; the damaged file is kept beside it.</source>
        <translation>Restaurez la sauvegarde la plus récente ; le fichier endommagé est conservé à côté.</translation>
    </message>
    <message>
        <source>Recover the backup of {made}, which holds {dispatches} dispatches; the damaged file is kept beside it.</source>
        <translation>Récupérez la sauvegarde du {made}, qui contient {dispatches} dépêches ; le fichier endommagé est conservé à côté.</translation>
    </message>
    <message>
        <source>Dispatch {id} in {folder} is damaged: {detail}</source>
        <translation>La dépêche {id} de {folder} est endommagée : {detail}</translation>
    </message>
    <message>
        <source>Repair it from a backup. The other dispatches are not affected.</source>
        <translation>Réparez-la depuis une sauvegarde. Les autres dépêches ne sont pas touchées.</translation>
    </message>
    <message>
        <source>No backup holds a sound copy of dispatch {id}</source>
        <translation>Aucune sauvegarde ne contient de copie intacte de la dépêche {id}</translation>
    </message>
    <message>
        <source>Restore a copy of the archive that you kept elsewhere, in a folder of its own.</source>
        <translation>Restaurez, dans un dossier à part, une copie de l’archive que vous avez gardée ailleurs.</translation>
    </message>
    <message>
        <source>The archive in {folder} is encrypted</source>
        <translation>L’archive de {folder} est chiffrée</translation>
    </message>
    <message>
        <source>Enter its passphrase: in the window, at the prompt, or with --passphrase-file.</source>
        <translation>Saisissez sa phrase secrète : dans la fenêtre, à l’invite ou avec --passphrase-file.</translation>
    </message>
    <message>
        <source>This passphrase does not open the archive in {folder}</source>
        <translation>Cette phrase secrète n’ouvre pas l’archive de {folder}</translation>
    </message>
    <message>
        <source>Type it again, and mind capital letters and the keyboard’s layout. Nothing was changed; nobody can open the archive without its passphrase.</source>
        <translation>Saisissez-la de nouveau en vérifiant les majuscules et la disposition du clavier. Rien n’a été modifié ; personne ne peut ouvrir l’archive sans sa phrase secrète.</translation>
    </message>
    <message>
        <source>The passphrase has fewer than {least} characters</source>
        <translation>La phrase secrète compte moins de {least} caractères</translation>
    </message>
    <message>
        <source>Choose a longer one: five or six words that do not belong together are good.</source>
        <translation>Choisissez-en une plus longue : cinq ou six mots sans rapport entre eux conviennent bien.</translation>
    </message>
    <message>
        <source>The passphrase could not be read from {source}: {detail}</source>
        <translation>La phrase secrète n’a pas pu être lue ({source}) : {detail}</translation>
    </message>
    <message>
        <source>Write it in the first line of a file that only you may read, or type it.</source>
        <translation>Écrivez-la sur la première ligne d’un fichier que vous seul pouvez lire, ou saisissez-la.</translation>
    </message>
    <message>
        <source>Encrypted archives such as {folder} cannot be used by this installation</source>
        <translation>Cette installation ne peut pas utiliser d’archives chiffrées telles que {folder}</translation>
    </message>
    <message>
        <source>Install the extra “encryption”: pip install &quot;dispatch-reader[encryption]&quot;.</source>
        <translation>Installez le complément « encryption » : pip install &quot;dispatch-reader[encryption]&quot;.</translation>
    </message>
    <message>
        <source>There is already an archive in {folder}</source>
        <translation>Il y a déjà une archive dans {folder}</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Choisissez un dossier vide.</translation>
    </message>
    <message>
        <source>The archive in {folder} is open read-only</source>
        <translation>L’archive de {folder} est ouverte en lecture seule</translation>
    </message>
    <message>
        <source>Close the other window, or choose a folder that you may write to.</source>
        <translation>Fermez l’autre fenêtre, ou choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>Nothing could be written in {folder}: {detail}</source>
        <translation>Rien n’a pu être écrit dans {folder} : {detail}</translation>
    </message>
    <message>
        <source>Free some space or check the folder’s permissions, then try again. Nothing was lost.</source>
        <translation>Libérez de l’espace ou vérifiez les droits du dossier, puis réessayez. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>There is no dispatch {id}</source>
        <translation>Il n’y a pas de dépêche {id}</translation>
    </message>
    <message>
        <source>It may have been removed; search for it again.</source>
        <translation>Elle a peut-être été retirée ; cherchez-la de nouveau.</translation>
    </message>
    <message>
        <source>The codebook has no concept “{concept}”</source>
        <translation>Le livre de codes n’a pas de concept « {concept} »</translation>
    </message>
    <message>
        <source>Check the spelling, or create the concept first.</source>
        <translation>Vérifiez la graphie, ou créez d’abord le concept.</translation>
    </message>
    <message>
        <source>There is no rule “{rule}”</source>
        <translation>Il n’y a pas de règle « {rule} »</translation>
    </message>
    <message>
        <source>Look for its name among the rules; it may have been deleted.</source>
        <translation>Cherchez son nom parmi les règles ; elle a peut-être été supprimée.</translation>
    </message>
    <message>
        <source>There is already a rule “{name}”</source>
        <translation>Il y a déjà une règle « {name} »</translation>
    </message>
    <message>
        <source>Choose another name, or delete the other rule first.</source>
        <translation>Choisissez un autre nom, ou supprimez d’abord l’autre règle.</translation>
    </message>
    <message>
        <source>There is no annotation {id}</source>
        <translation>Il n’y a pas d’annotation {id}</translation>
    </message>
    <message>
        <source>It may have been deleted; look in the trash.</source>
        <translation>Elle a peut-être été supprimée ; regardez dans la corbeille.</translation>
    </message>
    <message>
        <source>There is already a concept “{label}” here</source>
        <translation>Il y a déjà ici un concept « {label} »</translation>
    </message>
    <message>
        <source>Choose another name, or use the existing concept.</source>
        <translation>Choisissez un autre nom, ou employez le concept existant.</translation>
    </message>
    <message>
        <source>“{concept}” cannot be placed below “{parent}”</source>
        <translation>« {concept} » ne peut pas être placé sous « {parent} »</translation>
    </message>
    <message>
        <source>Choose a parent that is not one of its own narrower concepts.</source>
        <translation>Choisissez un parent qui ne soit pas l’un de ses propres concepts plus étroits.</translation>
    </message>
    <message>
        <source>The dispatch does not contain “{exact}”</source>
        <translation>La dépêche ne contient pas « {exact} »</translation>
    </message>
    <message>
        <source>Copy the passage from the dispatch exactly as it stands there.</source>
        <translation>Copiez le passage de la dépêche exactement tel qu’il s’y trouve.</translation>
    </message>
    <message>
        <source>Dispatch {dispatch} is not a version of the one that annotation {annotation} is on</source>
        <translation>La dépêche {dispatch} n’est pas une version de celle qui porte l’annotation {annotation}</translation>
    </message>
    <message>
        <source>Choose a passage in the annotation&apos;s own dispatch or in another version of it.</source>
        <translation>Choisissez un passage de la dépêche annotée ou d’une autre de ses versions.</translation>
    </message>
    <message>
        <source>These annotations are not on one stretch of text</source>
        <translation>Ces annotations ne portent pas sur un passage d’un seul tenant</translation>
    </message>
    <message>
        <source>Choose annotations of one dispatch whose passages overlap or follow one another.</source>
        <translation>Choisissez des annotations d’une même dépêche dont les passages se recouvrent ou se suivent.</translation>
    </message>
    <message>
        <source>“{text}” is not understood: {detail}</source>
        <translation>« {text} » n’est pas compris : {detail}</translation>
    </message>
    <message>
        <source>Correct the text, or use the original.</source>
        <translation>Corrigez le texte, ou reprenez l’original.</translation>
    </message>
    <message>
        <source>{path} cannot be loaded: {detail}</source>
        <translation>{path} ne peut pas être chargé : {detail}</translation>
    </message>
    <message>
        <source>Choose a file that “dump” has written; nothing was changed.</source>
        <translation>Choisissez un fichier écrit par « dump » ; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>{path} is no vocabulary that can be used: {detail}</source>
        <translation>{path} n’est pas un vocabulaire utilisable : {detail}</translation>
    </message>
    <message>
        <source>Choose a SKOS file in Turtle, N-Triples or RDF/XML whose concepts have labels.</source>
        <translation>Choisissez un fichier SKOS en Turtle, N-Triples ou RDF/XML dont les concepts ont des libellés.</translation>
    </message>
    <message>
        <source>{path} cannot be imported as a coder’s layer: {detail}</source>
        <translation>{path} ne peut pas être importé comme couche d’un codeur : {detail}</translation>
    </message>
    <message>
        <source>Choose a file that “layer export” has written.</source>
        <translation>Choisissez un fichier écrit par « layer export ».</translation>
    </message>
    <message>
        <source>There is no layer of “{coder}”</source>
        <translation>Il n’y a pas de couche de « {coder} »</translation>
    </message>
    <message>
        <source>Check the name with “layer list”, or import the layer first.</source>
        <translation>Vérifiez le nom avec « layer list », ou importez d’abord la couche.</translation>
    </message>
    <message>
        <source>{path} cannot be imported as a codebook: {detail}</source>
        <translation>{path} ne peut pas être importé comme livre de codes : {detail}</translation>
    </message>
    <message>
        <source>Choose a SKOS file in Turtle or JSON-LD, or a CSV table with a column “path”.</source>
        <translation>Choisissez un fichier SKOS en Turtle ou JSON-LD, ou un tableau CSV avec une colonne « path ».</translation>
    </message>
    <message>
        <source>{path} cannot be imported as annotations: {detail}</source>
        <translation>{path} ne peut pas être importé comme annotations : {detail}</translation>
    </message>
    <message>
        <source>Choose a page of W3C Web Annotations in JSON-LD, as “annotations export” writes it.</source>
        <translation>Choisissez une page d’annotations W3C Web Annotation en JSON-LD, telle que l’écrit « annotations export ».</translation>
    </message>
    <message>
        <source>{path} cannot be checked: {detail}</source>
        <translation>{path} ne peut pas être vérifié : {detail}</translation>
    </message>
    <message>
        <source>Choose a file that “cite” has written.</source>
        <translation>Choisissez un fichier écrit par « cite ».</translation>
    </message>
    <message>
        <source>The export could not be written to {path}: {detail}</source>
        <translation>L’export n’a pas pu être écrit dans {path} : {detail}</translation>
    </message>
    <message>
        <source>Choose another file name or folder.</source>
        <translation>Choisissez un autre nom de fichier ou un autre dossier.</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Non importé</translation>
    </message>
    <message>
        <source>Check the file, then import it again.</source>
        <translation>Vérifiez le fichier, puis importez-le de nouveau.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Le fichier est vide</translation>
    </message>
    <message>
        <source>Save or download the dispatch again.</source>
        <translation>Enregistrez ou téléchargez la dépêche de nouveau.</translation>
    </message>
    <message>
        <source>The file has {megabytes} MB; the limit is {limit} MB</source>
        <translation>Le fichier fait {megabytes} Mo ; la limite est de {limit} Mo</translation>
    </message>
    <message>
        <source>Split the file, or export fewer dispatches at a time.</source>
        <translation>Divisez le fichier, ou exportez moins de dépêches à la fois.</translation>
    </message>
    <message>
        <source>The file cannot be read: {detail}</source>
        <translation>Le fichier ne peut pas être lu : {detail}</translation>
    </message>
    <message>
        <source>Check that it still exists and that you may read it.</source>
        <translation>Vérifiez qu’il existe encore et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>The file holds no text that can be read ({kind})</source>
        <translation>Le fichier ne contient aucun texte lisible ({kind})</translation>
    </message>
    <message>
        <source>Save the dispatch as text or as a web page and import that.</source>
        <translation>Enregistrez la dépêche comme texte ou page web et importez ce fichier.</translation>
    </message>
    <message>
        <source>The text&apos;s encoding could not be recognised</source>
        <translation>L’encodage du texte n’a pas pu être reconnu</translation>
    </message>
    <message>
        <source>Open the file in an editor and save it as UTF-8.</source>
        <translation>Ouvrez le fichier dans un éditeur et enregistrez-le en UTF-8.</translation>
    </message>
    <message>
        <source>No text was found in this {format} file</source>
        <translation>Aucun texte n’a été trouvé dans ce fichier {format}</translation>
    </message>
    <message>
        <source>If it is a scan or a page drawn by scripts, copy its text into a text file.</source>
        <translation>Si c’est une numérisation ou une page dessinée par des scripts, copiez son texte dans un fichier texte.</translation>
    </message>
    <message>
        <source>This {format} file is damaged: {detail}</source>
        <translation>Ce fichier {format} est endommagé : {detail}</translation>
    </message>
    <message>
        <source>Download or export it again.</source>
        <translation>Téléchargez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>This {format} file is protected by a password</source>
        <translation>Ce fichier {format} est protégé par un mot de passe</translation>
    </message>
    <message>
        <source>Save a copy without the password and import that.</source>
        <translation>Enregistrez une copie sans mot de passe et importez-la.</translation>
    </message>
    <message>
        <source>This kind of file is not supported ({kind})</source>
        <translation>Ce type de fichier n’est pas pris en charge ({kind})</translation>
    </message>
    <message>
        <source>Save the dispatch as text, HTML or PDF and import that.</source>
        <translation>Enregistrez la dépêche en texte, HTML ou PDF et importez ce fichier.</translation>
    </message>
    <message>
        <source>Unpack it, and import the files or a zip archive of them.</source>
        <translation>Décompressez-le, puis importez les fichiers ou une archive zip de ceux-ci.</translation>
    </message>
    <message>
        <source>Reading the file took more than {seconds} s and was stopped</source>
        <translation>La lecture du fichier a dépassé {seconds} s et a été arrêtée</translation>
    </message>
    <message>
        <source>The file may be damaged; save it in another format.</source>
        <translation>Le fichier est peut-être endommagé ; enregistrez-le dans un autre format.</translation>
    </message>
    <message>
        <source>Reading the file needed too much memory or crashed the reader</source>
        <translation>La lecture du fichier demandait trop de mémoire ou a fait échouer le lecteur</translation>
    </message>
    <message>
        <source>The container was refused: {detail}</source>
        <translation>Le conteneur a été refusé : {detail}</translation>
    </message>
    <message>
        <source>Unpack it yourself and import the files you trust.</source>
        <translation>Décompressez-le vous-même et importez les fichiers de confiance.</translation>
    </message>
    <message>
        <source>it must not be empty</source>
        <translation>il ne doit pas être vide</translation>
    </message>
    <message>
        <source>a language is a code of two letters, such as “fr”</source>
        <translation>une langue est un code de deux lettres, comme « fr »</translation>
    </message>
    <message>
        <source>a date is written like “2024-10-18”, “2024-10-18 15:04” or “18 octobre 2024”</source>
        <translation>une date s’écrit comme « 2024-10-18 », « 2024-10-18 15:04 » ou « 18 octobre 2024 »</translation>
    </message>
    <message>
        <source>it could be two days; write the year first, like “2024-10-18”</source>
        <translation>ce pourrait être deux jours ; écrivez l’année d’abord, comme « 2024-10-18 »</translation>
    </message>
</context>
<context>
    <name>facet_names</name>
    <message>
        <source>Agency</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Rubrique</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>depuis le {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>jusqu’au {day}</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>{count} dispatches were checked</source>
        <translation>{count} dépêches ont été contrôlées</translation>
    </message>
    <message>
        <source>Faults found</source>
        <translation>Défauts trouvés</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>&amp;Headline</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>Sta&amp;ndfirst</source>
        <translation>&amp;Chapeau</translation>
    </message>
    <message>
        <source>&amp;Byline</source>
        <translation>&amp;Signature</translation>
    </message>
    <message>
        <source>&amp;Agency</source>
        <translation>&amp;Agence</translation>
    </message>
    <message>
        <source>Ci&amp;ty</source>
        <translation>&amp;Ville</translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation>&amp;Rubrique</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Filed</source>
        <translation>&amp;Émise</translation>
    </message>
    <message>
        <source>Up&amp;dated</source>
        <translation>&amp;Mise à jour</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Standfirst</source>
        <translation>Chapeau</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Rubrique</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Closing notice</source>
        <translation>Mention finale</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Émise</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mise à jour</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Capturée</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importée</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>Ligne de provenance</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Ligne de mots-clés</translation>
    </message>
    <message>
        <source>Embargo</source>
        <translation>Embargo</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>All agencies</source>
        <translation>Toutes les agences</translation>
    </message>
    <message>
        <source>Dispatches in time, by agency</source>
        <translation>Dépêches dans le temps, par agence</translation>
    </message>
    <message>
        <source>Concepts by agency</source>
        <translation>Concepts par agence</translation>
    </message>
    <message>
        <source>Concepts in time</source>
        <translation>Concepts dans le temps</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Lift</translation>
    </message>
    <message>
        <source>Dispatches</source>
        <translation>Dépêches</translation>
    </message>
    <message>
        <source>Concepts that meet</source>
        <translation>Concepts qui se rencontrent</translation>
    </message>
    <message>
        <source>Jaccard: share of the dispatches with either concept that have both. Lift: how many times more often they meet than if neither drew the other.</source>
        <translation>Jaccard : part des dépêches portant l’un ou l’autre concept qui portent les deux. Lift : combien de fois plus souvent ils se rencontrent que si aucun n’attirait l’autre.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>no concept</source>
        <translation>sans concept</translation>
    </message>
    <message>
        <source>Q{number}</source>
        <translation>T{number}</translation>
    </message>
    <message>
        <source>{facet}: {count} more occur.</source>
        <translation>{facet} : {count} de plus apparaissent.</translation>
    </message>
    <message>
        <source>{facet}: {count} more do not occur.</source>
        <translation>{facet} : {count} de plus n’apparaissent pas.</translation>
    </message>
    <message>
        <source>no dispatch  ·  highest bar: {sum} in all, {highest} of one agency</source>
        <translation>aucune dépêche  ·  plus haute barre : {sum} au total, {highest} pour une agence</translation>
    </message>
    <message>
        <source>no dispatch</source>
        <translation>aucune dépêche</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Import files</source>
        <translation>Importer des fichiers</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importer un dossier</translation>
    </message>
    <message>
        <source>Folder of the archive</source>
        <translation>Dossier de l’archive</translation>
    </message>
    <message>
        <source>Export the results</source>
        <translation>Exporter les résultats</translation>
    </message>
    <message>
        <source>Back up the archive</source>
        <translation>Sauvegarder l’archive</translation>
    </message>
    <message>
        <source>Backups (*.sqlite3)</source>
        <translation>Sauvegardes (*.sqlite3)</translation>
    </message>
    <message>
        <source>Export the log of searches</source>
        <translation>Exporter le journal des recherches</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Enregistrer la figure</translation>
    </message>
    <message>
        <source>Import a vocabulary</source>
        <translation>Importer un vocabulaire</translation>
    </message>
    <message>
        <source>SKOS vocabularies (*.ttl *.nt *.n3 *.rdf *.xml *.owl)</source>
        <translation>Vocabulaires SKOS (*.ttl *.nt *.n3 *.rdf *.xml *.owl)</translation>
    </message>
</context>
<context>
    <name>history_text</name>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Renommé</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Déplacé</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Retiré de l’usage</translation>
    </message>
    <message>
        <source>Reinstated</source>
        <translation>Rétabli</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Fusionné</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Scindé</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Codebook imported</source>
        <translation>Livre de codes importé</translation>
    </message>
    <message>
        <source>Dump loaded</source>
        <translation>Vidage chargé</translation>
    </message>
    <message>
        <source>Rule saved</source>
        <translation>Règle enregistrée</translation>
    </message>
    <message>
        <source>Rule renamed</source>
        <translation>Règle renommée</translation>
    </message>
    <message>
        <source>Rule deleted</source>
        <translation>Règle supprimée</translation>
    </message>
    <message>
        <source>Rule run</source>
        <translation>Règle appliquée</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Sous</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Scope note</source>
        <translation>Note d’application</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>URI</source>
        <translation>URI</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Synonyme</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Dispatches tagged</source>
        <translation>Dépêches étiquetées</translation>
    </message>
    <message>
        <source>Undone: {deed}</source>
        <translation>Annulé : {deed}</translation>
    </message>
    <message>
        <source>Dispatches</source>
        <translation>Dépêches</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
</context>
<context>
    <name>import_report</name>
    <message>
        <source>imported</source>
        <translation>importée</translation>
    </message>
    <message>
        <source>already held</source>
        <translation>déjà présente</translation>
    </message>
    <message>
        <source>new version</source>
        <translation>nouvelle version</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>non importé</translation>
    </message>
    <message>
        <source>image</source>
        <translation>image</translation>
    </message>
    <message>
        <source>sound or film</source>
        <translation>son ou vidéo</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>pièce jointe</translation>
    </message>
    <message>
        <source>embedded object</source>
        <translation>objet intégré</translation>
    </message>
    <message>
        <source>embedded part</source>
        <translation>élément intégré</translation>
    </message>
    <message>
        <source>script</source>
        <translation>script</translation>
    </message>
    <message>
        <source>form</source>
        <translation>formulaire</translation>
    </message>
    <message>
        <source>Left out: {parts}</source>
        <translation>Laissé de côté : {parts}</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>Cop&amp;y citation</source>
        <translation>Cop&amp;ier la citation</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Recherche</translation>
    </message>
    <message>
        <source>&amp;Coding</source>
        <translation>&amp;Codage</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>Coding by t&amp;wo people</source>
        <translation>Codage à &amp;deux</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Contraste &amp;élevé</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Tag by &amp;digit</source>
        <translation>Étiqueter par c&amp;hiffre</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>binary</source>
        <translation>binaire</translation>
    </message>
    <message>
        <source>database</source>
        <translation>base de données</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programme</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
    <message>
        <source>Ogg media</source>
        <translation>média Ogg</translation>
    </message>
    <message>
        <source>RIFF media</source>
        <translation>média RIFF</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>image PNG</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>image JPEG</translation>
    </message>
    <message>
        <source>GIF image</source>
        <translation>image GIF</translation>
    </message>
    <message>
        <source>RAR archive</source>
        <translation>archive RAR</translation>
    </message>
    <message>
        <source>7-Zip archive</source>
        <translation>archive 7-Zip</translation>
    </message>
    <message>
        <source>bzip2 file</source>
        <translation>fichier bzip2</translation>
    </message>
    <message>
        <source>xz file</source>
        <translation>fichier xz</translation>
    </message>
    <message>
        <source>tar archive</source>
        <translation>archive tar</translation>
    </message>
    <message>
        <source>spreadsheet, presentation or other package</source>
        <translation>classeur, présentation ou autre paquet</translation>
    </message>
    <message>
        <source>Outlook message</source>
        <translation>message Outlook</translation>
    </message>
    <message>
        <source>Office 97–2003 file</source>
        <translation>fichier Office 97–2003</translation>
    </message>
    <message>
        <source>Word 97–2003 document; antiword is not installed</source>
        <translation>document Word 97–2003 ; antiword n’est pas installé</translation>
    </message>
    <message>
        <source>XML &lt;{element}&gt; without a story</source>
        <translation>XML &lt;{element}&gt; sans article</translation>
    </message>
    <message>
        <source>NewsML 1 without a text component</source>
        <translation>NewsML 1 sans composant de texte</translation>
    </message>
    <message>
        <source>an export&apos;s {kind}, no text</source>
        <translation>{kind} d’un export, sans texte</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>il est trop profondément imbriqué</translation>
    </message>
    <message>
        <source>it has {number} members</source>
        <translation>il contient {number} éléments</translation>
    </message>
    <message>
        <source>it has too many parts</source>
        <translation>il a trop de parties</translation>
    </message>
    <message>
        <source>it unpacks to {number} MB</source>
        <translation>il se décompresse en {number} Mo</translation>
    </message>
    <message>
        <source>it unpacks to over {number} MB</source>
        <translation>il se décompresse en plus de {number} Mo</translation>
    </message>
    <message>
        <source>it unpacks to far more than its size</source>
        <translation>il se décompresse en bien plus que sa taille</translation>
    </message>
    <message>
        <source>a part of it unpacks to too much</source>
        <translation>l’une de ses parties se décompresse en trop de données</translation>
    </message>
    <message>
        <source>a member unpacks to {number} MB</source>
        <translation>un élément se décompresse en {number} Mo</translation>
    </message>
    <message>
        <source>a member&apos;s name leads out of the container</source>
        <translation>le nom d’un élément mène hors du conteneur</translation>
    </message>
    <message>
        <source>containers are nested too deeply</source>
        <translation>des conteneurs sont trop profondément imbriqués</translation>
    </message>
    <message>
        <source>its JSON is nested too deeply</source>
        <translation>son JSON est trop profondément imbriqué</translation>
    </message>
    <message>
        <source>its elements are nested too deeply</source>
        <translation>ses éléments sont trop profondément imbriqués</translation>
    </message>
    <message>
        <source>its parts are nested too deeply</source>
        <translation>ses parties sont trop profondément imbriquées</translation>
    </message>
    <message>
        <source>messages are enclosed too deeply</source>
        <translation>des messages sont trop profondément imbriqués</translation>
    </message>
    <message>
        <source>the mail has too many parts</source>
        <translation>le courriel a trop de parties</translation>
    </message>
    <message>
        <source>no line opens a message</source>
        <translation>aucune ligne n’ouvre un message</translation>
    </message>
    <message>
        <source>it declares nested or external XML entities</source>
        <translation>il déclare des entités XML imbriquées ou externes</translation>
    </message>
    <message>
        <source>its container names no package</source>
        <translation>son conteneur ne nomme aucun paquet</translation>
    </message>
    <message>
        <source>its dateline cannot be read</source>
        <translation>sa ligne de provenance est illisible</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} est absent</translation>
    </message>
    <message>
        <source>agency layout</source>
        <translation>mise en page de l’agence</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>signature</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>légende</translation>
    </message>
    <message>
        <source>closing lines</source>
        <translation>lignes finales</translation>
    </message>
    <message>
        <source>closing notice</source>
        <translation>mention finale</translation>
    </message>
    <message>
        <source>copyright line</source>
        <translation>ligne de copyright</translation>
    </message>
    <message>
        <source>date before the headline</source>
        <translation>date devant le titre</translation>
    </message>
    <message>
        <source>date line</source>
        <translation>ligne de date</translation>
    </message>
    <message>
        <source>dateline</source>
        <translation>ligne de provenance</translation>
    </message>
    <message>
        <source>dateline in the text</source>
        <translation>ligne de provenance dans le texte</translation>
    </message>
    <message>
        <source>dateline {layout}</source>
        <translation>ligne de provenance : {layout}</translation>
    </message>
    <message>
        <source>embargo line</source>
        <translation>ligne d’embargo</translation>
    </message>
    <message>
        <source>first line</source>
        <translation>première ligne</translation>
    </message>
    <message>
        <source>headline, the only text</source>
        <translation>titre, seul texte</translation>
    </message>
    <message>
        <source>label “{label}”</source>
        <translation>étiquette « {label} »</translation>
    </message>
    <message>
        <source>last line of the story</source>
        <translation>dernière ligne de l’article</translation>
    </message>
    <message>
        <source>line above the date</source>
        <translation>ligne au-dessus de la date</translation>
    </message>
    <message>
        <source>line above the dateline</source>
        <translation>ligne au-dessus de la ligne de provenance</translation>
    </message>
    <message>
        <source>line above the headline</source>
        <translation>ligne au-dessus du titre</translation>
    </message>
    <message>
        <source>line above the story</source>
        <translation>ligne au-dessus du texte</translation>
    </message>
    <message>
        <source>line below the publication</source>
        <translation>ligne sous la publication</translation>
    </message>
    <message>
        <source>line below the story</source>
        <translation>ligne sous le texte</translation>
    </message>
    <message>
        <source>line below the title</source>
        <translation>ligne sous le titre</translation>
    </message>
    <message>
        <source>lines below the date</source>
        <translation>lignes sous la date</translation>
    </message>
    <message>
        <source>lines below the headline</source>
        <translation>lignes sous le titre</translation>
    </message>
    <message>
        <source>link in the text</source>
        <translation>lien dans le texte</translation>
    </message>
    <message>
        <source>note above the story</source>
        <translation>note au-dessus du texte</translation>
    </message>
    <message>
        <source>opening of the story</source>
        <translation>début de l’article</translation>
    </message>
    <message>
        <source>opening words of the text</source>
        <translation>premiers mots du texte</translation>
    </message>
    <message>
        <source>page text</source>
        <translation>texte de la page</translation>
    </message>
    <message>
        <source>printed byline</source>
        <translation>signature imprimée</translation>
    </message>
    <message>
        <source>repeated line</source>
        <translation>ligne répétée</translation>
    </message>
    <message>
        <source>revision label</source>
        <translation>mention de version</translation>
    </message>
    <message>
        <source>ruled byline</source>
        <translation>signature encadrée</translation>
    </message>
    <message>
        <source>ruled line</source>
        <translation>ligne encadrée</translation>
    </message>
    <message>
        <source>ruled slug</source>
        <translation>mots-clés encadrés</translation>
    </message>
    <message>
        <source>saved date of the page</source>
        <translation>date d’enregistrement de la page</translation>
    </message>
    <message>
        <source>slug</source>
        <translation>ligne de mots-clés</translation>
    </message>
    <message>
        <source>text below the title</source>
        <translation>texte sous le titre</translation>
    </message>
    <message>
        <source>text between the labels</source>
        <translation>texte entre les étiquettes</translation>
    </message>
    <message>
        <source>tab-led paragraphs</source>
        <translation>paragraphes précédés d’une tabulation</translation>
    </message>
    <message>
        <source>first line of the text</source>
        <translation>première ligne du texte</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>title of the content</source>
        <translation>titre du contenu</translation>
    </message>
    <message>
        <source>{form} identifiers</source>
        <translation>identifiants {form}</translation>
    </message>
    <message>
        <source>{form} properties</source>
        <translation>propriétés {form}</translation>
    </message>
    <message>
        <source>closing line</source>
        <translation>ligne de fin</translation>
    </message>
    <message>
        <source>closing notes</source>
        <translation>notes de fin</translation>
    </message>
    <message>
        <source>closing of the text</source>
        <translation>fin du texte</translation>
    </message>
    <message>
        <source>component subheadline</source>
        <translation>intertitre d’un composant</translation>
    </message>
    <message>
        <source>component title, the only text</source>
        <translation>titre d’un composant, le seul texte</translation>
    </message>
    <message>
        <source>components beside the text</source>
        <translation>composants à côté du texte</translation>
    </message>
    <message>
        <source>feed title</source>
        <translation>titre du flux</translation>
    </message>
    <message>
        <source>lang attribute</source>
        <translation>attribut lang</translation>
    </message>
    <message>
        <source>line above the title</source>
        <translation>ligne au-dessus du titre</translation>
    </message>
    <message>
        <source>link, the entry has no text</source>
        <translation>lien, l’entrée n’a pas de texte</translation>
    </message>
    <message>
        <source>ruled headline</source>
        <translation>titre entre filets</translation>
    </message>
    <message>
        <source>ruled notes</source>
        <translation>notes entre filets</translation>
    </message>
    <message>
        <source>text below the dateline</source>
        <translation>texte sous la ligne de provenance</translation>
    </message>
    <message>
        <source>text element</source>
        <translation>élément text</translation>
    </message>
    <message>
        <source>xml:lang of the content</source>
        <translation>xml:lang du contenu</translation>
    </message>
    <message>
        <source>chapter {name} was left out: {reason}</source>
        <translation>le chapitre {name} a été laissé de côté : {reason}</translation>
    </message>
    <message>
        <source>day and month of the date could be read the other way round</source>
        <translation>le jour et le mois de la date pourraient être inversés</translation>
    </message>
    <message>
        <source>only the caption of this item of type {kind} is kept</source>
        <translation>seule la légende de cet élément de type {kind} est conservée</translation>
    </message>
    <message>
        <source>page {number} was left out: {reason}</source>
        <translation>la page {number} a été laissée de côté : {reason}</translation>
    </message>
    <message>
        <source>the agency marks this dispatch as {status}</source>
        <translation>l’agence marque cette dépêche « {status} »</translation>
    </message>
    <message>
        <source>the archive holds it already, in the trash</source>
        <translation>l’archive la contient déjà, dans la corbeille</translation>
    </message>
    <message>
        <source>the dateline gives no year: {day}</source>
        <translation>la ligne de provenance n’indique pas l’année : {day}</translation>
    </message>
    <message>
        <source>the digest in the web archive does not match this page</source>
        <translation>l’empreinte inscrite dans l’archive web ne correspond pas à cette page</translation>
    </message>
    <message>
        <source>the source holds no body text</source>
        <translation>la source ne contient pas de texte</translation>
    </message>
    <message>
        <source>the story could not be told from the rest of the page</source>
        <translation>le texte n’a pas pu être distingué du reste de la page</translation>
    </message>
    <message>
        <source>the story itself was left behind a link; only its summary is here</source>
        <translation>le texte est resté derrière un lien ; seul son résumé est ici</translation>
    </message>
    <message>
        <source>{count} characters could not be decoded as {charset}</source>
        <translation>{count} caractères n’ont pas pu être décodés en {charset}</translation>
    </message>
    <message>
        <source>charset not stated; read as {charset}</source>
        <translation>jeu de caractères non indiqué ; lu comme {charset}</translation>
    </message>
    <message>
        <source>declared as {charset}, but written in {other}</source>
        <translation>déclaré comme {charset}, mais écrit en {other}</translation>
    </message>
    <message>
        <source>some letters seem to have been encoded twice</source>
        <translation>certaines lettres semblent avoir été encodées deux fois</translation>
    </message>
    <message>
        <source>the text had been encoded twice as UTF-8; repaired</source>
        <translation>le texte avait été encodé deux fois en UTF-8 ; réparé</translation>
    </message>
    <message>
        <source>{count} bytes were not UTF-8; read as {charset}</source>
        <translation>{count} octets n’étaient pas de l’UTF-8 ; lus comme {charset}</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>agence</translation>
    </message>
    <message>
        <source>city</source>
        <translation>ville</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>time</source>
        <translation>heure</translation>
    </message>
    <message>
        <source>word</source>
        <translation>mot</translation>
    </message>
</context>
<context>
    <name>provenance</name>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Éléments</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>L’original</translation>
    </message>
    <message>
        <source>What was read in it</source>
        <translation>Ce qui y a été lu</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Ce qui a été laissé de côté</translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} octets</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Part of the file</source>
        <translation>Partie du fichier</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Original bytes</source>
        <translation>Octets d’origine</translation>
    </message>
    <message>
        <source>Parser</source>
        <translation>Analyseur</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importée</translation>
    </message>
    <message>
        <source>their text is kept in the archive</source>
        <translation>leur texte est conservé dans l’archive</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>non conservés</translation>
    </message>
    <message>
        <source>corrected; the source says “{value}”</source>
        <translation>corrigé ; la source dit « {value} »</translation>
    </message>
    <message>
        <source>words: {number}</source>
        <translation>mots : {number}</translation>
    </message>
    <message>
        <source>an excerpt only</source>
        <translation>un extrait seulement</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>n° {number}</translation>
    </message>
    <message>
        <source>replaces {identifier}</source>
        <translation>remplace {identifier}</translation>
    </message>
</context>
<context>
    <name>query_words</name>
    <message>
        <source>every dispatch</source>
        <translation>toutes les dépêches</translation>
    </message>
    <message>
        <source>{facet}: not {value}</source>
        <translation>{facet} : pas {value}</translation>
    </message>
</context>
<context>
    <name>secrecy</name>
    <message>
        <source>Without the passphrase nobody can read the archive or its backups, and nobody can recover it if it is lost. Write it down and keep it in a safe place.</source>
        <translation>Sans la phrase secrète, personne ne peut lire l’archive ni ses sauvegardes, et personne ne peut la retrouver si elle est perdue. Notez-la et gardez-la en lieu sûr.</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>In the panes</source>
        <translation>Dans les volets</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Results: read the dispatch</source>
        <translation>Résultats : lire la dépêche</translation>
    </message>
    <message>
        <source>Reader: next, previous dispatch</source>
        <translation>Lecture : dépêche suivante, précédente</translation>
    </message>
    <message>
        <source>Panes: back to the results; results: back to the search</source>
        <translation>Volets : retour aux résultats ; résultats : retour à la recherche</translation>
    </message>
    <message>
        <source>Filters: include the value</source>
        <translation>Filtres : inclure la valeur</translation>
    </message>
    <message>
        <source>Filters: exclude the value</source>
        <translation>Filtres : exclure la valeur</translation>
    </message>
    <message>
        <source>Timeline: move; with Shift extend; Enter chooses</source>
        <translation>Chronologie : se déplacer ; avec Maj, étendre ; Entrée choisit</translation>
    </message>
</context>
<context>
    <name>statistics</name>
    <message>
        <source>Dispatches</source>
        <translation>Dépêches</translation>
    </message>
    <message>
        <source>of these, searchable</source>
        <translation>dont indexées</translation>
    </message>
    <message>
        <source>Originals kept</source>
        <translation>Originaux conservés</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Émises</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Concepts</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Taille sur le disque</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>L’archive</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Agences</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>What the archive holds</source>
        <translation>Ce que l’archive contient</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non précisé</translation>
    </message>
</context>
<context>
    <name>suggestions</name>
    <message>
        <source>Concept</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>Nouveau concept</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>source: {source}</source>
        <translation>source : {source}</translation>
    </message>
</context>
<context>
    <name>versions</name>
    <message>
        <source>{field}: </source>
        <translation>{field} : </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>±{count} words</source>
        <translation>±{count} mots</translation>
    </message>
</context>
<context>
    <name>work-files</name>
    <message>
        <source>Report as a web page (*.html)</source>
        <translation>Rapport en page web (*.html)</translation>
    </message>
    <message>
        <source>Report as PDF (*.pdf)</source>
        <translation>Rapport en PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Report as Markdown (*.md)</source>
        <translation>Rapport en Markdown (*.md)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>W3C Web Annotations (*.jsonld)</source>
        <translation>W3C Web Annotations (*.jsonld)</translation>
    </message>
    <message>
        <source>Export annotations</source>
        <translation>Exporter les annotations</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Importer des annotations</translation>
    </message>
    <message>
        <source>W3C Web Annotations (*.jsonld *.json)</source>
        <translation>W3C Web Annotations (*.jsonld *.json)</translation>
    </message>
    <message>
        <source>Export my coding</source>
        <translation>Exporter mon codage</translation>
    </message>
    <message>
        <source>Coding of one person (*.jsonl)</source>
        <translation>Codage d’une personne (*.jsonl)</translation>
    </message>
    <message>
        <source>Import another coder’s work</source>
        <translation>Importer le travail d’un autre codeur</translation>
    </message>
    <message>
        <source>Export the agreement</source>
        <translation>Exporter l’accord</translation>
    </message>
    <message>
        <source>Save the citation</source>
        <translation>Enregistrer la citation</translation>
    </message>
    <message>
        <source>Citation (*.json)</source>
        <translation>Citation (*.json)</translation>
    </message>
    <message>
        <source>Check a citation</source>
        <translation>Vérifier une citation</translation>
    </message>
</context>
<context>
    <name>written</name>
    <message>
        <source>The archive is encrypted, this file is not.</source>
        <translation>L’archive est chiffrée, ce fichier ne l’est pas.</translation>
    </message>
</context>
</TS>
