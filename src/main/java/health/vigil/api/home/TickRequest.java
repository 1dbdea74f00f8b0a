package health.vigil.api.home;

import health.vigil.json.Fields;
import health.vigil.json.Shapes;
import java.util.Optional;

/// What a person says about a line.
record TickRequest(boolean done, Optional<String> note) {
    private static final int LONGEST = 400;

    static Optional<TickRequest> read(Fields fields) {
        var done = fields.need("done", Shapes.claim());
        var note = fields.may("note", Shapes.sentence(LONGEST));
        fields.refuseUnknown();
        return done.map(said -> new TickRequest(said, note));
    }
}
