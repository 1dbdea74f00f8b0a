package health.vigil.exchange;

import health.vigil.observation.Word;

/// How a sign was measured. Of several values of one sign the first in this order counts.
public enum SignSource implements Word {
    ECG,
    /// Carbon dioxide in the breath, or the impedance of the chest.
    CO2,
    OXIMETER,
    ARTERIAL,
    NOT_SAID,
    CUFF,
    ACOUSTIC,
    PLETH
}
