-- Posts that an older renderer wrote are found, and written again.
create index on post (renderer_version);

-- What once became far too large for a page is shown as plain text until then.
update post set renderer_version = 0,
  body_html = '<p>' || replace(replace(replace(replace(replace(body_markdown, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&#34;'), E'\n', '<br />') || '</p>'
where length(body_html) > 524288;
