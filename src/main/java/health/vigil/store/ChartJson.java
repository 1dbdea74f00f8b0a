package health.vigil.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.grading.Chart;

/// Charts as jsonb. Nobody reads them but we, and one that cannot be read is folded anew.
final class ChartJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ChartJson() {}

    static String write(Chart chart) {
        try {
            return JSON.writeValueAsString(chart);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("A chart cannot be written", failure);
        }
    }

    static Chart read(String json) {
        try {
            return JSON.readValue(json, Chart.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("A chart cannot be read", failure);
        }
    }
}
