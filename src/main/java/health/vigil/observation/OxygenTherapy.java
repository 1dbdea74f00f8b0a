package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// Oxygen or ventilation as charted, valid until the next record.
///
/// @param deviceName the name of the device if it is {@link OxygenDevice#OTHER}
/// @param flow L/min
/// @param fio2 a fraction, 0.21 to 1.0
/// @param reason absent if it was not charted
public record OxygenTherapy(
        OxygenDevice device,
        Optional<String> deviceName,
        Optional<BigDecimal> flow,
        Optional<BigDecimal> fio2,
        Optional<OxygenReason> reason)
        implements Content {
    private static final BigDecimal HIGHEST_FLOW = BigDecimal.valueOf(80);
    private static final BigDecimal LOWEST_FIO2 = new BigDecimal("0.21");

    public OxygenTherapy {
        if (device == OxygenDevice.OTHER && deviceName.isEmpty()) {
            throw new IllegalArgumentException("Another device needs a name");
        }
    }

    /// Whether it is given for hypoxia; assumed if no reason was charted.
    public boolean forHypoxia() {
        return device != OxygenDevice.ROOM_AIR && reason.orElse(OxygenReason.HYPOXIA) == OxygenReason.HYPOXIA;
    }

    /// The flow, if it is known and plausible (0 to 80 L/min).
    public Optional<BigDecimal> plausibleFlow() {
        return flow.filter(OxygenTherapy::plausibleFlow);
    }

    public static boolean plausibleFlow(BigDecimal flow) {
        return flow.signum() >= 0 && flow.compareTo(HIGHEST_FLOW) <= 0;
    }

    public static boolean plausibleFio2(BigDecimal fio2) {
        return fio2.compareTo(LOWEST_FIO2) >= 0 && fio2.compareTo(BigDecimal.ONE) <= 0;
    }
}
