namespace CoinMoebius.Sdk;

/// <summary>The Coin Moebius Cloud API.</summary>
public interface ICoinMoebiusClient;
