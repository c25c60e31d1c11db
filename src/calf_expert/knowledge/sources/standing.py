"""What stands behind a statement where no single publication does."""

from ...authoring import Source

SOURCES = (
    Source(
        id="founding_document",
        authors="calf_expert project",
        title="Founding document: five causes of calf muscle pain with advice and medicines",
        where="project brief",
        year="n.d",
    ),
    Source(
        id="expert_opinion",
        authors="dossier author",
        title="Clinical consensus or standard teaching without a single citable figure",
        where="--",
        year="n.d",
    ),
)
