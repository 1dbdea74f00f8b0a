package health.vigil.grading.scale;

import health.vigil.grading.Citation;
import health.vigil.observation.Word;

/// A scale of CRS other than ASTCT 2019; clients write `lee-2014`, `ctcae-v5`, `penn`.
public enum Scale implements Word, Citation {
    LEE_2014("Lee DW et al., Blood 2014;124:188-195"),
    CTCAE_V5("NCI CTCAE v5.0, cytokine release syndrome"),
    PENN("Porter D et al., J Hematol Oncol 2018;11:35");

    private final String source;

    Scale(String source) {
        this.source = source;
    }

    @Override
    public String label() {
        return word();
    }

    @Override
    public String source() {
        return source;
    }
}
