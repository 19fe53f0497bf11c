/** From an empty site to its first administrator and what they do next. */
@NullMarked
package org.afterword.account.firstrun;

import org.jspecify.annotations.NullMarked;
