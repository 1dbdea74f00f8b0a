package health.vigil.patient.episode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.Fields;
import health.vigil.json.JsonColumn;
import health.vigil.json.Shapes;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One station of the product's journey as charted.
public record Station(Phase phase, Optional<Instant> startedAt, Optional<Instant> endedAt, Optional<String> note) {
    static Optional<Station> read(Fields fields) {
        var phase = fields.need("phase", Shapes.word(Phase.class));
        var startedAt = fields.may("startedAt", Shapes.time());
        var endedAt = fields.may("endedAt", Shapes.time());
        var note = fields.may("note", Admission.NOTE);
        fields.refuseUnknown();
        if (startedAt.isPresent() && endedAt.filter(startedAt.get()::isAfter).isPresent()) {
            return fields.at("endedAt").refuse("must not be before startedAt");
        }
        return phase.map(known -> new Station(known, startedAt, endedAt, note));
    }

    /// The stations that an episode keeps.
    public static List<Station> stored(String json) {
        return JsonColumn.list(json, StationView.class).stream()
                .map(view -> new Station(
                        Word.of(Phase.class, view.phase()).orElseThrow(),
                        view.startedAt().map(Instant::parse),
                        view.endedAt().map(Instant::parse),
                        view.note()))
                .toList();
    }

    /// Stations as an episode keeps them.
    public static String json(List<Station> stations) {
        var array = JsonNodeFactory.instance.arrayNode();
        stations.forEach(station -> array.add(station.json()));
        return array.toString();
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("phase", phase.word());
        startedAt.ifPresent(at -> json.put("startedAt", at.toString()));
        endedAt.ifPresent(at -> json.put("endedAt", at.toString()));
        note.ifPresent(text -> json.put("note", text));
        return json;
    }
}
