/**
 * Reads the exports of webinar tools: chats and tables become entries. Knows nothing of
 * topics, so that a file can be read like pasted text.
 */
@NullMarked
package org.afterword.imports.exports;

import org.jspecify.annotations.NullMarked;
