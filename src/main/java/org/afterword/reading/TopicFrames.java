package org.afterword.reading;

import org.afterword.conversation.proposals.OpenProposals;

import org.springframework.stereotype.Component;

/**
 * Reads what every page of a topic shows, in one statement, and one more for
 * facilitators.
 */
@Component
public class TopicFrames {

	private final Registers registers;

	private final OpenProposals proposals;

	TopicFrames(Registers registers, OpenProposals proposals) {
		this.registers = registers;
		this.proposals = proposals;
	}

	public TopicFrame of(Visit visit) {
		var topic = visit.head().id();
		return new TopicFrame(visit.head(), this.registers.of(topic), visit.facilitates(),
				visit.facilitates() ? this.proposals.count(topic) : 0, visit.mayReply());
	}

}
