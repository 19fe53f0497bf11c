/** Forms that are sent twice act once. */
@NullMarked
package org.afterword.member.submission;

import org.jspecify.annotations.NullMarked;
