package org.afterword.resource;

import java.time.Instant;

import org.afterword.conversation.PostId;
import org.afterword.member.MemberId;

/** Somebody who runs a topic asks for the source of something that a post says. */
public record SourceWanted(long source, PostId post, MemberId by, Instant at) {

}
