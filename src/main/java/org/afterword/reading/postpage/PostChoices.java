package org.afterword.reading.postpage;

import java.util.List;
import java.util.Set;

import org.afterword.conversation.PostActs;
import org.afterword.kernel.QuestionNumber;
import org.afterword.moderation.flags.Flagging;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer may do on the page of a post.
 *
 * @param acts null where they may do nothing with the post itself
 * @param confirmable the questions for which they may confirm it as an answer, or confirm
 * it no longer
 * @param offer whether it is theirs to offer as an answer
 * @param proposalNumber the number that the new question would get which it asks, for
 * those who may accept it; null for everybody else
 * @param withdrawProposal whether they may withdraw that question
 * @param thank whether they may thank for it
 * @param thanked whether they have
 * @param flagging what they may do about it, and have done; null for strangers
 * @param notes whether they may read the private notes about it
 * @param reasons that facilitators often give for showing a post again; none where they
 * may not
 */
public record PostChoices(@Nullable PostActs acts, Set<QuestionNumber> confirmable, boolean offer,
		@Nullable QuestionNumber proposalNumber, boolean withdrawProposal, boolean thank, boolean thanked,
		@Nullable Flagging flagging, boolean notes, List<String> reasons) {

	/** Whether there is anything to do. */
	public boolean any() {
		return this.acts != null && (this.acts.edit() || this.acts.withdraw() || this.acts.link() || this.acts.pin()
				|| this.acts.hide() || this.acts.remove() || this.acts.restore() || this.thank
				|| (this.flagging != null && this.flagging.may()) || !this.confirmable.isEmpty()
				|| this.proposalNumber != null || this.withdrawProposal);
	}

}
