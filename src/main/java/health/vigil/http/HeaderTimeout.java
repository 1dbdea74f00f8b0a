package health.vigil.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The time within which headers must arrive: from the opening of the connection, and later from the first
/// byte of a request. The idle timeout of Vert.x does not help, because each byte restarts it. On HTTP/2 this
/// covers only the first request, because later bytes may not belong to a request.
final class HeaderTimeout extends ChannelInboundHandlerAdapter {
    private static final String ARRIVED = "vigil.headers-arrived";
    private static final String ANSWERED = "vigil.request-answered";
    private static final String MULTIPLEXED = "vigil.multiplexed";

    /// The status of a request that became a websocket. What comes later are no requests.
    private static final int UPGRADED = 101;

    private final Duration within;
    private Optional<Future<?>> deadline = Optional.empty();
    private int unanswered;

    HeaderTimeout(Duration within) {
        this.within = within;
    }

    /// Notes that the headers of a request have arrived; called for every request.
    static void headersArrived(RoutingContext request) {
        if (request.request().connection() instanceof ConnectionBase connection) {
            var pipeline = connection.channel().pipeline();
            if (request.request().version() == HttpVersion.HTTP_2) {
                pipeline.fireUserEventTriggered(MULTIPLEXED);
            } else {
                pipeline.fireUserEventTriggered(ARRIVED);
                request.addEndHandler(_ -> {
                    if (request.response().getStatusCode() != UPGRADED) {
                        pipeline.fireUserEventTriggered(ANSWERED);
                    }
                });
            }
        }
        request.next();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            wait(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        wait(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (unanswered == 0) {
            wait(context);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event.equals(ARRIVED)) {
            unanswered++;
            stopWaiting();
        } else if (event.equals(ANSWERED)) {
            unanswered--;
        } else if (event.equals(MULTIPLEXED)) {
            context.pipeline().remove(this);
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopWaiting();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stopWaiting();
    }

    private void wait(ChannelHandlerContext context) {
        if (deadline.isEmpty()) {
            Runnable end = () -> end(context);
            deadline = Optional.of(context.executor().schedule(end, within.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private static void end(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private void stopWaiting() {
        deadline.ifPresent(waiting -> waiting.cancel(false));
        deadline = Optional.empty();
    }
}
