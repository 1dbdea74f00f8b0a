package health.vigil.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.journey.EntryKind;
import health.vigil.json.JsonColumn;
import health.vigil.json.JsonText;
import health.vigil.json.MergePatch;
import health.vigil.registry.CellTherapy;
import health.vigil.registry.CellTherapy.GivenCells;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The journey that led to an episode, as registries ask for it.
///
/// @param therapy the newest facts
/// @param given the newest record of the infusion
record RegistryJourney(CellTherapy therapy, GivenCells given) {
    private static final RegistryJourney NONE = new RegistryJourney(CellTherapy.NONE, GivenCells.NONE);

    static RegistryJourney of(Sql sql, UUID episode, Instant now) {
        return Journeys.ofEpisode(sql, episode)
                .map(journey ->
                        of(JourneyEntries.of(sql, List.of(journey), now).getOrDefault(journey, List.of()), episode))
                .orElse(NONE);
    }

    /// A journey that cannot be read leaves its columns open, and the other rows as they are.
    private static RegistryJourney of(List<StoredEntry> entries, UUID episode) {
        try {
            return read(entries, episode);
        } catch (IllegalStateException unreadable) {
            return NONE;
        }
    }

    private static RegistryJourney read(List<StoredEntry> entries, UUID episode) {
        var facts = JsonText.object();
        var given = GivenCells.NONE;
        for (var entry : entries) {
            if (is(entry, EntryKind.FACTS)) {
                facts = MergePatch.apply(facts, JsonColumn.object(entry.content()));
            } else if (is(entry, EntryKind.INFUSION) && isOf(episode, JsonColumn.object(entry.content()))) {
                given = JsonColumn.read(entry.content(), GivenCells.class);
            }
        }
        return new RegistryJourney(JsonColumn.read(facts.toString(), CellTherapy.class), given);
    }

    private static boolean is(StoredEntry entry, EntryKind kind) {
        return entry.kind().filter(kind::equals).isPresent();
    }

    private static boolean isOf(UUID episode, ObjectNode infusion) {
        return infusion.path("episodeId").asText().equals(episode.toString());
    }
}
