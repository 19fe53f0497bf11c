-- Between two word joiners (U+2060) the name of somebody who has left is found, and said to each reader in their language.
update member set display_name = U&'\2060former member ' || id || U&'\2060'
where status = 'ERASED' and display_name = 'former member ' || id;
