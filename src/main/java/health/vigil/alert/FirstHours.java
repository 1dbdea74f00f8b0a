package health.vigil.alert;

import java.time.Duration;

/// The intervals of vital signs during the infusion and in the hours after its end.
///
/// @param closely the interval until `closelyFor` after the end
/// @param often the interval from then until `oftenFor` after the end
public record FirstHours(Duration closely, Duration closelyFor, Duration often, Duration oftenFor) {
    public static final FirstHours DEFAULT =
            new FirstHours(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(4));

    public FirstHours {
        Intervals.check(closely, closelyFor, often, oftenFor);
        Intervals.rising("vital signs after the infusion", closely, often);
        Intervals.rising("the ends of the first hours", closelyFor, oftenFor);
    }
}
