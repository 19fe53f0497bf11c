/** What makes a good password, and how it is hashed. */
@NullMarked
package org.afterword.member.password;

import org.jspecify.annotations.NullMarked;
