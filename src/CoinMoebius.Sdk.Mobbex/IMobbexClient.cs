using System.Text.Json.Nodes;

namespace CoinMoebius.Sdk.Mobbex;

/// <summary>The API of Mobbex (Argentina): checkouts, operations, sources, subscriptions. Source: mobbex.dev.</summary>
/// <remarks>
/// Every method throws <see cref="ArgumentException"/> for what cannot be sent, <see cref="CoinMoebiusApiException"/> or one derived from
/// it for an error answer (also one with a success status and <c>"result": false</c>), and <see cref="CoinMoebiusTransportException"/>
/// when the API cannot be reached in time. What moves money is never tried again by itself: look the operation up before you repeat it.
/// Amounts are in major units.
/// </remarks>
public interface IMobbexClient : IApiClient
{
    /// <summary>Creates a checkout, to whose page the payer is sent (<c>POST /p/checkout</c>).</summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexCheckout> CreateCheckoutAsync(MobbexCheckoutRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a checkout before its time is over (<c>DELETE /p/checkout/{id}</c>).</summary>
    /// <param name="checkoutId">The id of the checkout.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> DeleteCheckoutAsync(string checkoutId, CancellationToken cancellationToken = default);

    /// <summary>Reads an operation with the merchant's own credentials, which confirms it (<c>GET /p/operations/{uid}</c>).</summary>
    /// <param name="id">The id: <see cref="MobbexPayment.Id"/> of a notification, or <c>transactionId</c> of the return address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexOperation> GetOperationAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads everything with one reference, parts included, newest first (<c>GET /2.0/transactions/coupons/{reference}</c>). Empty before
    /// the payer has tried to pay.
    /// </summary>
    /// <param name="reference">The reference of the checkout.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<MobbexTransaction>> GetTransactionsAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>Reads the status of a coupon the older way (<c>POST /2.0/transactions/status</c>).</summary>
    /// <param name="couponId">The id of the coupon.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexTransaction> GetTransactionStatusAsync(string couponId, CancellationToken cancellationToken = default);

    /// <summary>Lists operations, asking for one page after the other while they are read (<c>GET /p/operations</c>).</summary>
    /// <param name="query">Which operations; a query without members lists all.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    /// <exception cref="ArgumentException">The size of a page is out of range.</exception>
    IAsyncEnumerable<MobbexTransaction> ListOperationsAsync(MobbexOperationQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks again and again for an operation, and yields it whenever its status has changed. Ends when it was paid, failed or refunded.
    /// </summary>
    /// <param name="id">The id, as for <see cref="GetOperationAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the watch.</param>
    IAsyncEnumerable<MobbexOperation> WatchOperationAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks again and again for the newest operation of a reference, and yields it whenever it or its status has changed. Ends when it
    /// was paid or refunded, not when an attempt failed, since the payer may try again: stop it by the token when the checkout is over.
    /// </summary>
    /// <param name="reference">The reference of the checkout.</param>
    /// <param name="cancellationToken">Cancels the watch.</param>
    IAsyncEnumerable<MobbexTransaction> WatchTransactionsAsync(string reference, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives money back: all of it (<c>GET /p/operations/{id}/refund</c>), or a part (<c>POST</c>), which Mobbex allows from the day
    /// after the payment. Of a payment with several cards or merchants refund the part by the id of the child. Interoperable QR, DEBIN,
    /// cash, Pix and Binance cannot be refunded.
    /// </summary>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="request">How much; a request without members refunds everything.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer, whose <see cref="MobbexAnswer.Total"/> is what was given back.</returns>
    Task<MobbexAnswer> RefundAsync(string operationId, MobbexRefundRequest request, CancellationToken cancellationToken = default);

    /// <summary>Captures an authorised payment of <see cref="MobbexIntents.TwoStep"/> (<c>POST /p/operations/{id}/capture</c>).</summary>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="total">How much, with two decimals at most.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> CaptureAsync(string operationId, decimal total, CancellationToken cancellationToken = default);

    /// <summary>Releases the held parts of a divided payment (<c>GET /p/operations/{id}/release</c>).</summary>
    /// <param name="operationId">The id of the operation.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> ReleaseAsync(string operationId, CancellationToken cancellationToken = default);

    /// <summary>Lists the merchant's ways to pay and their instalments (<c>GET /p/sources</c>).</summary>
    /// <param name="query">For what; a query without members lists everything.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<MobbexPaymentSource>> GetSourcesAsync(MobbexSourcesQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists a merchant's ways to pay without credentials: by tax id (<c>GET /p/sources/list/{country}/{tax_id}</c>) or by public token
    /// (<c>GET /p/sources/list/{token}</c>).
    /// </summary>
    /// <param name="query">Whose ways to pay.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<MobbexPaymentSource>> GetPublicSourcesAsync(MobbexPublicSourcesQuery query, CancellationToken cancellationToken = default);

    /// <summary>Lists the special plans of an advanced rule (<c>GET /p/sources/rules/{rule}/installments</c>).</summary>
    /// <param name="rule">The rule; Mobbex's plugins use <c>externalMatch</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<MobbexRuleInstallments>> GetRuleInstallmentsAsync(string rule, CancellationToken cancellationToken = default);

    /// <summary>Converts an amount (<c>GET /p/currency/convert</c>).</summary>
    /// <param name="total">The amount, with two decimals at most.</param>
    /// <param name="from">Its currency.</param>
    /// <param name="to">The currency to convert to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexConversion> ConvertCurrencyAsync(decimal total, string from, string to, CancellationToken cancellationToken = default);

    /// <summary>Creates a payment link (<c>POST /p/payment_order</c>).</summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexPaymentOrder> CreatePaymentOrderAsync(MobbexPaymentOrderRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a subscription (<c>POST /p/subscriptions</c>).</summary>
    /// <param name="request">The subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexSubscription> CreateSubscriptionAsync(MobbexSubscriptionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes a subscription (<c>POST /p/subscriptions/{id}</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexSubscription> UpdateSubscriptionAsync(
        string subscriptionUid, MobbexSubscriptionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a subscription (<c>GET /p/subscriptions/{id}</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexSubscription> GetSubscriptionAsync(string subscriptionUid, CancellationToken cancellationToken = default);

    /// <summary>Lists subscriptions, page after page (<c>GET /p/subscriptions?page=</c>).</summary>
    /// <param name="cancellationToken">Cancels the listing.</param>
    IAsyncEnumerable<MobbexSubscription> ListSubscriptionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Activates a subscription (<c>GET /p/subscriptions/{id}/action/activate</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> ActivateSubscriptionAsync(string subscriptionUid, CancellationToken cancellationToken = default);

    /// <summary>Deletes a subscription (<c>GET /p/subscriptions/{id}/action/delete</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> DeleteSubscriptionAsync(string subscriptionUid, CancellationToken cancellationToken = default);

    /// <summary>Creates a subscriber (<c>POST /p/subscriptions/{id}/subscriber</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="request">The subscriber.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexSubscriber> CreateSubscriberAsync(
        string subscriptionUid, MobbexSubscriberRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes a subscriber (<c>POST /p/subscriptions/{id}/subscriber/{sid}</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexSubscriber> UpdateSubscriberAsync(
        string subscriptionUid, string subscriberUid, MobbexSubscriberRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a subscriber (<c>GET /p/subscriptions/{id}/subscriber/{sid}</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexSubscriber> GetSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken = default);

    /// <summary>Lists subscribers, page after page (<c>GET /p/subscriptions/{id}/subscriber?page=&amp;search=</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="query">Which subscribers; a query without members lists all.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    IAsyncEnumerable<MobbexSubscriber> ListSubscribersAsync(
        string subscriptionUid, MobbexSubscriberQuery query, CancellationToken cancellationToken = default);

    /// <summary>Puts a subscriber on hold (<c>GET …/subscriber/{sid}/action/suspend</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> SuspendSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken = default);

    /// <summary>Takes a subscriber off hold (<c>GET …/subscriber/{sid}/action/activate</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> ActivateSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken = default);

    /// <summary>Moves the next charge to another day (<c>POST …/subscriber/{sid}/action/reschedule</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="startDate">The day; the year may be left out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> RescheduleSubscriberAsync(
        string subscriptionUid, string subscriberUid, MobbexDate startDate, CancellationToken cancellationToken = default);

    /// <summary>Moves a subscriber to another subscription (<c>POST …/subscriber/{sid}/action/move</c>).</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="newSubscriptionUid">The id of the other subscription; sent as <c>sid</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> MoveSubscriberAsync(
        string subscriptionUid, string subscriberUid, string newSubscriptionUid, CancellationToken cancellationToken = default);

    /// <summary>Schedules a charge (<c>POST …/subscriber/{sid}/action/schedule</c>). Tried once only.</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="schedule">The body, whose members are not documented: ask Mobbex.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> ScheduleChargeAsync(
        string subscriptionUid, string subscriberUid, JsonObject schedule, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends a subscriber's subscription (<c>DELETE …/subscriber/{sid}/action/delete</c>). Known from code of others only;
    /// <see cref="SuspendSubscriberAsync"/> is Mobbex's own.
    /// </summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> DeleteSubscriberAsync(string subscriptionUid, string subscriberUid, CancellationToken cancellationToken = default);

    /// <summary>
    /// Charges a subscriber now: the usual amount (<c>GET …/subscriber/{sid}/execution</c>), or another (<c>POST</c>). Tried once only.
    /// </summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="request">What differs from the usual charge; a request without members charges the usual amount.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> ChargeSubscriberAsync(
        string subscriptionUid, string subscriberUid, MobbexChargeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tries a failed charge again (<c>GET …/execution/{eid}/action/retry</c>). Tried once only.</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="executionUid">The id of the charge.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> RetryExecutionAsync(
        string subscriptionUid, string subscriberUid, string executionUid, CancellationToken cancellationToken = default);

    /// <summary>Marks a charge as paid by other means (<c>GET …/execution/{eid}/action/paid</c>). Tried once only.</summary>
    /// <param name="subscriptionUid">The id of the subscription.</param>
    /// <param name="subscriberUid">The id of the subscriber.</param>
    /// <param name="executionUid">The id of the charge.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexAnswer> MarkExecutionPaidAsync(
        string subscriptionUid, string subscriberUid, string executionUid, CancellationToken cancellationToken = default);

    /// <summary>Asks a merchant for access (<c>POST /p/developer/connect</c>). Sends the application's key only.</summary>
    /// <param name="returnUrl">Where the browser returns to when the merchant has decided.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexConnection> ConnectAsync(Uri returnUrl, CancellationToken cancellationToken = default);

    /// <summary>Reads the access a merchant gave (<c>GET /p/developer/connect/{id}/credentials</c>). Sends the application's key only.</summary>
    /// <param name="connectionId">The id of <see cref="ConnectAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexConnectionCredentials> GetConnectionCredentialsAsync(string connectionId, CancellationToken cancellationToken = default);

    /// <summary>Creates a customer who saves cards (<c>POST /p/wallet</c>).</summary>
    /// <param name="request">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<MobbexWalletCustomer> CreateWalletCustomerAsync(MobbexWalletCustomerRequest request, CancellationToken cancellationToken = default);
}
