package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/// Sends everything to the API: the monitors through a gateway, the rest as a nurse.
record HttpOutlet(Service service) implements DemoOutlet {
    @Override
    public String deviceId(int bed, String name) {
        return name;
    }

    @Override
    public void readings(List<MonitorReading> readings) throws IOException, InterruptedException {
        post(
                Account.DEVICE,
                readings.stream()
                        .map(reading -> reading.fields()
                                .deepCopy()
                                .put("id", reading.id())
                                .put("deviceId", reading.device())
                                .put("effectiveAt", reading.at().toString()))
                        .toList());
    }

    @Override
    public void entries(List<ObjectNode> entries) throws IOException, InterruptedException {
        post(Account.NURSE, entries);
    }

    private void post(Account account, List<ObjectNode> observations) throws IOException, InterruptedException {
        if (!observations.isEmpty()) {
            var body = JsonNodeFactory.instance.arrayNode().addAll(observations);
            service.insist(account, "/v1/observations", body).expected("an observation");
        }
    }
}
