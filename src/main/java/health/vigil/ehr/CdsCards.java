package health.vigil.ehr;

import java.util.List;

/// The response of the service: one card, or none.
record CdsCards(List<CdsCard> cards) {
    static final CdsCards NONE = new CdsCards(List.of());
}
