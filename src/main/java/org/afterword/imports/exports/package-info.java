/**
 * What webinar tools write out, taken apart: chats and tables become entries. Knows
 * nothing of topics, so that a file is read like a text that was pasted.
 */
@NullMarked
package org.afterword.imports.exports;

import org.jspecify.annotations.NullMarked;
