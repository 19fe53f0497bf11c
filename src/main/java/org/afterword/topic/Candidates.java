package org.afterword.topic;

import java.util.List;

/**
 * Whom names in a topic may mean.
 *
 * @param inTopic who asked, wrote or has a role there
 * @param byHandle members who have one of the handles, wherever they write
 */
public record Candidates(List<Candidate> inTopic, List<Candidate> byHandle) {

}
