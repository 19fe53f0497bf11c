package org.afterword.topic.claims;

import java.util.List;
import java.util.Map;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Placeholders of different topics that staff found to be one person. */
@Service
@Transactional
public class SamePeople {

	private final PlaceholderRepository placeholders;

	private final Identities identities;

	private final TopicRoles roles;

	private final ApplicationEventPublisher events;

	SamePeople(PlaceholderRepository placeholders, Identities identities, TopicRoles roles,
			ApplicationEventPublisher events) {
		this.placeholders = placeholders;
		this.identities = identities;
		this.roles = roles;
		this.events = events;
	}

	/**
	 * Joins two placeholders. Whoever is known to be one of them is then both. False when
	 * they are joined already.
	 * @throws NotAllowed for those who do not facilitate both topics, and for whoever is
	 * one of them, or says so
	 * @throws NotFound where the topic has no such placeholder
	 * @throws Refused for two of one topic, and where they are known to be two members
	 */
	public boolean join(TopicId topic, PlaceholderId placeholder, PlaceholderId other, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("join two people");
		var there = this.identities.topicOf(other);
		this.roles.access(there, by).mustFacilitate("join two people");
		if (there.equals(topic)) {
			throw new Refused("claim.one-topic");
		}
		var one = this.identities.locked(topic, placeholder);
		var two = this.identities.locked(there, other);
		this.identities.mustNotBeParty(topic, placeholder, by);
		this.identities.mustNotBeParty(there, other, by);
		if (this.identities.samePeople(placeholder).contains(other)) {
			return false;
		}
		if (one.member() != null && two.member() != null && !one.member().equals(two.member())) {
			throw new Refused("claim.two-members", one.name(), two.name());
		}
		var root = new PlaceholderId(this.placeholders.root(placeholder.value()));
		this.placeholders.join(root.value(), other.value());
		var member = (one.member() != null) ? one.member() : two.member();
		if (member != null) {
			this.identities.changed(this.placeholders.claimSamePeople(placeholder.value()));
			this.identities.supersede(placeholder, member, by.id()).forEach(this.events::publishEvent);
		}
		log(Act.JOIN_PERSON, root, other, this.identities.topicOf(root), by);
		return true;
	}

	/**
	 * Separates two placeholders that were joined. A claim stays with the one for whom it
	 * was filed. False when they are not joined directly.
	 * @throws NotAllowed for those who do not facilitate the topic of the first, and for
	 * whoever says that they are one of them; who is known to be both may separate them
	 */
	public boolean separate(PlaceholderId placeholder, PlaceholderId other, Viewer by) {
		var topic = this.identities.topicOf(placeholder);
		this.roles.access(topic, by).mustFacilitate("separate two people");
		if (!by.is(this.identities.locked(topic, placeholder).member())) {
			this.identities.mustNotBeParty(topic, placeholder, by);
			this.identities.mustNotBeParty(this.identities.topicOf(other), other, by);
		}
		if (this.placeholders.separate(placeholder.value(), other.value()).isEmpty()) {
			return false;
		}
		for (var one : List.of(placeholder, other)) {
			this.identities.changed(this.placeholders.releaseFromClaimsOfOthers(one.value()));
		}
		log(Act.PART_PERSON, placeholder, other, topic, by);
		return true;
	}

	private void log(Act act, PlaceholderId placeholder, PlaceholderId other, TopicId topic, Viewer by) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.PLACEHOLDER, placeholder.value(), topic.value(),
				Map.of(), Map.of("with", other.toString())));
	}

}
