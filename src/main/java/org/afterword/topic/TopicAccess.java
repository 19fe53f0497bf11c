package org.afterword.topic;

import org.afterword.kernel.NotAllowed;

/**
 * What somebody is in one topic.
 *
 * @param facilitates runs this topic, or every topic of the site
 * @param speaks spoke at its webinar
 */
public record TopicAccess(boolean facilitates, boolean speaks) {

	/**
	 * Lets only those pass who run the topic.
	 * @throws NotAllowed for everybody else
	 */
	public void mustFacilitate(String act) {
		if (!this.facilitates) {
			throw new NotAllowed(act);
		}
	}

}
