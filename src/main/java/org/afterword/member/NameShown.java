package org.afterword.member;

/** Others see a member under another name from now on. Heard inside the transaction. */
public record NameShown(MemberId member) {

}
