/** What a web or e-mail address is, and where it ends in a text. */
@NullMarked
package org.afterword.kernel.address;

import org.jspecify.annotations.NullMarked;
