using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Messaging;

/// <summary>The only configuration of MassTransit: transports, retries, naming, the shape of queues.</summary>
public static class MessagingModule
{
    /// <summary>An item that failed for no known reason gets three more tries within two seconds; each holds a slot of its endpoint.</summary>
    private static readonly TimeSpan[] ItemRetries = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1500)];

    public static void AddMessaging(this IHostApplicationBuilder builder, Action<LineBuilder> consumers)
    {
        var transport = LineTransport.From(builder.Configuration);
        builder.Services.AddSingleton(transport);
        builder.Services.AddSingleton<LineHealth>();
        builder.Services.AddHostedService<ConsumerWatchdog>();
        builder.Services.Configure<MassTransitHostOptions>(options =>
        {
            options.WaitUntilStarted = false; // a broker that is down must not keep the API from accepting
            options.ConsumerStopTimeout = TimeSpan.FromSeconds(8);
            options.StopTimeout = TimeSpan.FromSeconds(10);
        });

        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            consumers(new LineBuilder(bus));
            bus.AddConfigureEndpointsCallback((_, _, endpoint) => ConfigureEndpoint(endpoint));

            if (transport.InMemory)
                bus.UsingInMemory((context, configurator) => configurator.ConfigureEndpoints(context));
            else
                bus.UsingRabbitMq((context, configurator) =>
                {
                    configurator.Host(new Uri(transport.RabbitMqConnectionString!));
                    configurator.ConfigureSend(pipe => pipe.UseExecute(RequireRoute));
                    configurator.ConfigurePublish(pipe => pipe.UseExecute(RequireRoute));
                    LineTopology.DeclareQueuesBehindMessages(configurator);
                    configurator.ConfigureEndpoints(context);
                });
        });
    }

    private static void ConfigureEndpoint(IReceiveEndpointConfigurator endpoint)
    {
        // The quarantine keeps what failed, together with the raw bytes; a second graveyard in the broker would only fill up.
        endpoint.DiscardFaultedMessages();
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(exception => FaultClassification.Of(exception) == FaultKind.Outage);
            retry.Intervals(OutagePatience.Pauses);
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(exception => FaultClassification.Of(exception) == FaultKind.Unclear);
            retry.Intervals(ItemRetries);
        });

        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
            LineTopology.ConfigureQueue(rabbit);
    }

    private static void RequireRoute<T>(T context) where T : class, PipeContext
    {
        if (context.TryGetPayload<RabbitMqSendContext>(out var send))
            send.Mandatory = true;
    }
}
