package org.afterword.account;

import java.util.Locale;

import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people join. */
@Service
@Transactional
class Joining {

	private final Members members;

	private final Ways ways;

	Joining(Members members, Ways ways) {
		this.members = members;
		this.ways = ways;
	}

	/**
	 * Lets somebody join, and asks their address whether it is theirs.
	 * @throws org.afterword.member.NotFree if the handle cannot be theirs
	 */
	MemberId join(Newcomer newcomer, Locale language) {
		var member = this.members.join(newcomer);
		welcome(member, newcomer, language);
		return member;
	}

	/** Notes what they read, and asks their address whether it is theirs. */
	void welcome(MemberId member, Newcomer newcomer, Locale language) {
		this.members.speaks(member, language);
		this.ways.askToConfirm(member, newcomer.email());
	}

}
