package org.afterword.resource;

import org.springframework.data.repository.Repository;

interface CitationRepository extends Repository<Citation, Citation.Key> {

	Citation save(Citation citation);

	void flush();

}
