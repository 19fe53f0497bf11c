package org.afterword.member;

/**
 * The name or handle that others see of a member changed. Heard inside the transaction.
 */
public record NameShown(MemberId member) {

}
