package org.afterword.topic.people;

import java.time.Instant;

import org.afterword.topic.PersonView;

/**
 * A leave that has not ended.
 *
 * @param who is on leave
 * @param deputy who looks after their topics
 * @param last an instant of its last day
 */
public record LeaveView(PersonView who, PersonView deputy, Instant last) {

}
