package org.afterword.account.joining;

import java.util.List;

/**
 * Who asked at a webinar and has not joined: one of them may be whoever comes from its
 * page to join.
 */
record AskedThere(List<Person> people) {

	public boolean one() {
		return this.people.size() == 1;
	}

	public Person first() {
		return this.people.getFirst();
	}

	/**
	 * Somebody as the list of the webinar has them.
	 *
	 * @param numbers of what they asked
	 */
	record Person(String label, List<String> numbers) {

		/** LF (6, 8). */
		@Override
		public String toString() {
			return this.label + " (" + String.join(", ", this.numbers) + ")";
		}

	}

}
