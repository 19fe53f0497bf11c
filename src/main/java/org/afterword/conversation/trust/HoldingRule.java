package org.afterword.conversation.trust;

/** The numbers by which posts of somebody new are held; administrators set them. */
enum HoldingRule {

	/** How many posts must have been published before the next is published at once. */
	POSTS("hold.posts", 1),

	/** How many links a post of a new account may have and still be published at once. */
	LINKS("hold.links", 3),

	/** For how many days an account is new. */
	DAYS("hold.days", 30);

	private final String setting;

	private final int usual;

	HoldingRule(String setting, int usual) {
		this.setting = setting;
		this.usual = usual;
	}

	/** The name of its setting. */
	public String setting() {
		return this.setting;
	}

	/** The default. */
	public int usual() {
		return this.usual;
	}

}
