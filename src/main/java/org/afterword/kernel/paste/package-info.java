/** HTML from the clipboard becomes Markdown. */
@NullMarked
package org.afterword.kernel.paste;

import org.jspecify.annotations.NullMarked;
