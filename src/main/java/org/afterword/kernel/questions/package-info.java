/** How questions, people and posts are named in a text. */
@NullMarked
package org.afterword.kernel.questions;

import org.jspecify.annotations.NullMarked;
