package health.vigil.http;

import health.vigil.problem.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Limits a body of undeclared length, and reserves memory for it while it is read.
@Provider
class BodyLimit implements ReaderInterceptor {
    private final CurrentVertxRequest current;

    BodyLimit(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var request = current.getCurrent();
        context.setInputStream(new CountedBody(
                context.getInputStream(), RequestLimits.largest(request.request()), BodyMemory.of(request)));
        return context.proceed();
    }

    private static final class CountedBody extends FilterInputStream {
        private final long limit;
        private final Optional<BodyMemory.Reservation> memory;
        private long size;

        CountedBody(InputStream body, long limit, Optional<BodyMemory.Reservation> memory) {
            super(body);
            this.limit = limit;
            this.memory = memory;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                var read = super.read(buffer, offset, length);
                count(read);
                return read;
            } catch (IOException gone) {
                throw ProblemException.badRequest("The body ended too early");
            }
        }

        private void count(int read) {
            size += Math.max(0, read);
            if (size > limit) {
                throw new ProblemException(Refusal.problem(413));
            }
            if (memory.filter(reservation -> !reservation.grow(size)).isPresent()) {
                throw ProblemException.unavailable(Refusal.problem(503).detail(), Refusal.PAUSE);
            }
        }
    }
}
