/** What administrators do with members: the directory, their access, importing many. */
@NullMarked
package org.afterword.account.administration;

import org.jspecify.annotations.NullMarked;
