package org.afterword.member;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of the list of members, by handle.
 *
 * @param next where the next part begins; null at the end
 */
public record Directory(List<MemberView> members, @Nullable Handle next) {

}
