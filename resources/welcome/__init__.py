"""Sample dispatches written for this program, and a starter codebook; nothing but files."""
