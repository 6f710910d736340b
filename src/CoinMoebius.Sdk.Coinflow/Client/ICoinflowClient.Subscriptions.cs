namespace CoinMoebius.Sdk.Coinflow;

// Subscriptions.
partial interface ICoinflowClient
{
    /// <summary>Makes a subscription plan (<c>POST /merchant/subscription/plans</c>).</summary>
    /// <param name="request">The plan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPlan> CreatePlanAsync(CoinflowPlanRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the subscription plans (<c>GET /merchant/subscription/plans</c>).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<CoinflowPlan>> ListPlansAsync(CancellationToken cancellationToken = default);

    /// <summary>Changes a subscription plan (<c>PUT /merchant/subscription/plans/{planId}</c>).</summary>
    /// <param name="planId">The plan, by its id or code.</param>
    /// <param name="request">What to change; null stays as it is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPlan> UpdatePlanAsync(string planId, CoinflowPlanRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends a subscription plan: deletes it when nobody is subscribed, else takes no new subscribers (<c>DELETE
    /// /merchant/subscription/plans/{planId}</c>).
    /// </summary>
    /// <param name="planId">The plan, by its id or code.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task DeletePlanAsync(string planId, CancellationToken cancellationToken = default);

    /// <summary>Lists the subscriptions to a plan (<c>GET /merchant/subscription/plans/{planId}/subscribers</c>).</summary>
    /// <param name="planId">The plan, by its id or code.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task<IReadOnlyList<CoinflowSubscriber>> ListSubscribersAsync(string planId, CancellationToken cancellationToken = default);

    /// <summary>Ends a subscription (<c>PATCH /merchant/subscription/subscribers/{subscriptionId}</c>).</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task CancelSubscriptionAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Lists the payments of a subscription (<c>GET /merchant/subscription/subscribers/{subscriptionId}</c>).</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task<IReadOnlyList<CoinflowSubscriptionPayment>> ListSubscriptionPaymentsAsync(
        string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Lists the plans that the payer may subscribe to (<c>GET /subscription/{merchantId}/plans</c>).</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<CoinflowPlan>> ListPayerPlansAsync(CoinflowSession session, CancellationToken cancellationToken = default);

    /// <summary>Looks a plan up for the payer (<c>GET /subscription/{merchantId}/plans/{code}</c>).</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="code">The plan's code.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The code cannot stand in a path.</exception>
    Task<CoinflowPlan> GetPayerPlanAsync(CoinflowSession session, string code, CancellationToken cancellationToken = default);

    /// <summary>Lists the payer's own subscriptions (<c>GET /subscription/{merchantId}/subscribers</c>).</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<CoinflowSubscriber>> ListPayerSubscriptionsAsync(
        CoinflowSession session, CancellationToken cancellationToken = default);

    /// <summary>
    /// Subscribes the payer with a card (<c>POST /subscription/{merchantId}/subscribers/card</c>, or <c>…/token</c>). Never tried
    /// again.
    /// </summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The plan, and the card or its token.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A <see cref="CoinflowSubscribed"/>, <see cref="CoinflowChallengeRequired"/> or <see cref="CoinflowVerificationRequired"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> SubscribeAsync(
        CoinflowSession session, CoinflowSubscribeRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Subscribes the payer with a bank account (<c>POST /subscription/{merchantId}/subscribers/ach</c>). Never tried again.
    /// </summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="request">The plan, and the bank account's token.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A <see cref="CoinflowSubscribed"/> or <see cref="CoinflowVerificationRequired"/>.</returns>
    /// <exception cref="ArgumentException">The request lacks something, or contradicts itself.</exception>
    Task<CoinflowPaymentResult> SubscribeByAchAsync(
        CoinflowSession session, CoinflowSubscribeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Ends one of the payer's own subscriptions (<c>PATCH /subscription/{merchantId}/subscribers/{subscriptionId}</c>).</summary>
    /// <param name="session">The payer's session.</param>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot stand in a path.</exception>
    Task CancelPayerSubscriptionAsync(CoinflowSession session, string subscriptionId, CancellationToken cancellationToken = default);
}
