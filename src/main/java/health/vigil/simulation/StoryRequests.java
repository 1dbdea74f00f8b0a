package health.vigil.simulation;

import java.io.IOException;

/// Makes the requests of the stories.
final class StoryRequests {
    private final Service service;
    private final SimulatedWard ward;
    private final StoryClock clock;

    StoryRequests(Service service, SimulatedWard ward, StoryClock clock) {
        this.service = service;
        this.ward = ward;
        this.clock = clock;
    }

    /// Repeats it while the service asks for that.
    ///
    /// @throws IllegalStateException if the service refuses it
    void send(SimulatedPatient patient, StoryRequest request) throws IOException, InterruptedException {
        var scene = ward.scene(patient.bed(), clock);
        var path = path(request.path(), scene);
        var body = request.body().apply(scene);
        service.insist(() -> switch (request.method()) {
                    case POST -> service.post(request.account(), path, body);
                    case PATCH -> service.patch(request.account(), path, body);
                    case PUT -> service.put(request.account(), path, body);
                    case DELETE -> service.delete(request.account(), path);
                })
                .expected(request.method() + " " + request.path());
    }

    /// The ids are the service's, and are asked when they are needed.
    private String path(String template, StoryScene scene) throws IOException, InterruptedException {
        var path = template.replace("{patient}", scene.patientId()).replace("{device}", scene.device());
        if (path.contains("{episode}")) {
            path = path.replace("{episode}", episode(scene));
        }
        return path.contains("{journey}") ? path.replace("{journey}", journey(scene)) : path;
    }

    private String episode(StoryScene scene) throws IOException, InterruptedException {
        return service.get(Account.NURSE, "/v1/patients/" + scene.patientId() + "/grade")
                .expected("the grade of a patient")
                .body()
                .path("episodeId")
                .asText();
    }

    private String journey(StoryScene scene) throws IOException, InterruptedException {
        return service.get(Account.COORDINATOR, "/v1/journeys?patientId=" + scene.patientId())
                .expected("the journeys of a patient")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }
}
