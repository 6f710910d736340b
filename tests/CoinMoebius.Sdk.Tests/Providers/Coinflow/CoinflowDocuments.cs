using CoinMoebius.Sdk.Coinflow;

namespace CoinMoebius.Sdk.Tests.Providers.Coinflow;

/// <summary>Documents of the API with every member that is known, and one that is not.</summary>
internal static class CoinflowDocuments
{
    public const string Money = """{"cents":1999,"currency":"USD"}""";

    private const string Sums =
        $$"""
        "subtotal":{{Money}},"creditCardFees":{{Money}},"chargebackProtectionFees":{{Money}},"gasFees":{{Money}},"fxFees":{{Money}},"total":{{Money}},
        "networkFees":{{Money}},"payInFees":{{Money}},"reserve":{{Money}},"merchantPaidCreditCardFees":{{Money}},
        "merchantPaidChargebackProtectionFees":{{Money}},"merchantPaidGasFees":{{Money}},"merchantPaidFxFees":{{Money}},"merchantPaidNetworkFees":{{Money}},
        "invoicedCreditCardFees":{{Money}},"invoicedChargebackProtectionFees":{{Money}},"invoicedGasFees":{{Money}},"invoicedFxFees":{{Money}},
        "invoicedNetworkFees":{{Money}},"new":1
        """;

    private const string Totals = $$"""{ {{Sums}} }""";

    private const string Purchase =
        $$"""
        "webhookInfo":{"orderId":"A-1","lines":[1,2]},
        "customerInfo":{"firstName":"Ada","lastName":"L","name":"Ada L","verificationId":"v","displayName":"ada","address":"1 St","city":"C","state":"S",
            "zip":"1","country":"US","ip":"203.0.113.7","lat":"1.5","lng":"-2.5","dob":"1990-01-02","email":"a@example.com","new":1},
        "chargebackProtectionData":[
            {"productName":"Sword","productType":"inGameProduct","quantity":1,"listPrice":{"currency":"USD","valueInCurrency":19.99},"seller":{"a":1},"rawProductData":{"b":2} },
            {"itemClass":"giftCard","productType":"giftCard","id":"g","quantity":2,"itemFulfillment":"digital","sellingPrice":{"currency":"USD","valueInCurrency":5} },
            {"itemClass":"crypto","units":"1.5","cryptoCurrency":"ETH","unitPrice":{"currency":"USD","valueInCurrency":1},"recipientInfo":{"c":3} },
            {"itemClass":"moneyTopUp","sellingPrice":{"currency":"USD","valueInCurrency":1},"topUpAmount":{"currency":"USD","valueInCurrency":1},"quantity":1,"isPresetAmount":true}],
        "settlementType":"USDC","presentment":"EUR","feePercentage":2.5,"fixedFee":{"cents":30},
        "customPayInFees":[{"lineItemLabel":"Tip","fee":{"isFixed":true,"cents":100,"currency":"USD","percent":null} },
            {"lineItemLabel":"Service","fee":{"isFixed":false,"cents":null,"currency":null,"percent":2.5} }],
        "statementDescriptor":"SHOP","authOnly":true,"threeDsChallengePreference":"Challenge",
        "authentication3DS":{"colorDepth":24,"screenHeight":1080,"screenWidth":1920,"timeZone":-60,"versionInfo":"2.2.0","transactionId":"t","cavv":"c","eci":"05",
            "dsTransactionId":"d","acsTransactionId":"a","version":"2.2.0"},
        "accountFundingTransaction":{"recipientAftInfo":{"firstName":"A","lastName":"B","address1":"1","city":"C","postalCode":"1","countryCode":"US","state":"S",
            "dateOfBirth":"19900102","phoneNumber":"1","documentReference":"d"} },
        "destinationAuthKey":"dest","userLocation":{"lat":1.5,"lng":-2.5},
        "transactionData":{"type":"decent","transaction":{"to":"0x1","data":"0x2"},"waitForHash":true,"nftContract":"0x3","nftId":"4","destination":"0x5",
            "dstChainId":"6","dstToken":"0x7","contractAddress":"0x8","contractData":"0x9","cost":{"amount":"10","isNative":true} },
        "rent":{"lamports":"11"},"stellarTransaction":"xdr","new":{"deep":[1]}
        """;

    private const string Paid = $$""" "subtotal":{{Money}},"jwtToken":"jwt",{{Purchase}} """;

    private const string Card =
        """
        {"cardToken":"tok","expYear":"30","expMonth":"01","email":"a@example.com","firstName":"A","lastName":"L","address1":"1","city":"C","country":"US","zip":"1",
         "state":"S","businessName":"B","new":1}
        """;

    private const string Address = """{"address1":"1","address2":"2","city":"C","state":"S","zip":"1","country":"US","new":1}""";
    private const string Time = "2026-05-14T01:04:21+00:00";

    public static IEnumerable<TestCaseData> All() => Documents().Select(item => new TestCaseData(item.Type, item.Json).SetArgDisplayNames(item.Type.Name));

    private static IEnumerable<(Type Type, string Json)> Documents()
    {
        yield return (typeof(CoinflowCheckoutRequest), $$"""
            { {{Purchase}},"subtotal":{{Money}},"idempotencyKey":"k","email":"a@example.com","supportEmail":"s@example.com","planCode":"gold","sessionKey":"s","deviceId":"d",
              "destination":"0x1","blockchain":"base","allowedPaymentMethods":["card","ach"],"chargebackProtectionAccountType":"guest","isZeroAuthorization":false,
              "zeroAuthorizationConfig":{"disableSavedPaymentMethods":true,"cardToken":"t"},"partialUsdcChecked":true,"redemptionCheck":false,
              "overrideChargebackProtectionDecision":true,"doNotReviewChargebackProtection":true,"origins":["https://shop.example"],"depositAmounts":[10,25.5,50],
              "theme":{"primary":"#1","background":"#2","cardBackground":"#3","backgroundAccent":"#4","backgroundAccent2":"#5","textColor":"#6","textColorAccent":"#7",
                "textColorAction":"#8","ctaColor":"#9","font":"Inter","fontSize":"16px","fontWeight":"600","style":"pill","showCardIcon":true,
                "cardNumberPlaceholder":"n","cvvPlaceholder":"c","expirationPlaceholder":"e","placeholderColor":"#a"},
              "standaloneLinkConfig":{"callbackUrl":"https://shop.example/done","endUserDeviceIpAddress":"203.0.113.7"},
              "customerUsdcTransferData":{"from":"0x1","v":27},"customerUsdcTransferDataV2":{"signature":"0x2"},"expiresIn":{"minutes":30} }
            """);
        yield return (typeof(CoinflowTotalsRequest), $$"""
            {"subtotal":{{Money}},"settlementType":"USDC","presentment":"EUR","bin":"424242","jwtToken":"j","creditsBalance":{"cents":1},"usdcBalance":{"cents":2},
             "customPayInFees":[{"lineItemLabel":"Tip","fee":{"isFixed":true,"cents":1,"currency":"USD","percent":null} }],"rent":{"lamports":"1"},
             "transactionData":{"type":"token","destination":"0x1"},"stellarTransaction":"x","blockchain":"base","destinationAuthKey":"d","new":1}
            """);
        yield return (typeof(CoinflowFeesRequest), $$"""{"merchantId":"m","subtotal":{{Money}},"presentment":"EUR","bin":"424242","new":1}""");
        yield return (typeof(CoinflowCardPaymentRequest), $$"""{ {{Paid}},"card":{{Card}},"saveCard":false }""");
        yield return (typeof(CoinflowTokenPaymentRequest), $$"""{ {{Paid}},"token":"t","address":{"zip":"1"} }""");
        yield return (typeof(CoinflowZeroAuthorizationRequest), $$"""{ {{Paid}},"card":{{Card}},"token":"t" }""");
        yield return (typeof(CoinflowCardOnFileRequest), $$"""{ {{Paid}},"originalPaymentId":"p","token":"t" }""");
        yield return (typeof(CoinflowMerchantInitiatedRequest), $$"""{ {{Paid}},"originalPaymentId":"p","subscriptionPlanCode":"gold" }""");
        yield return (typeof(CoinflowAchPaymentRequest), $$"""{ {{Paid}},"token":"t" }""");
        yield return (typeof(CoinflowPixPaymentRequest), $$"""{ {{Paid}},"merchantId":"m","email":"a@example.com" }""");
        yield return (typeof(CoinflowBankPaymentRequest), $$"""{ {{Paid}},"merchantId":"m","data":{"iban":"DE"},"token":"t" }""");
        yield return (typeof(CoinflowInteracPaymentRequest), $$"""{ {{Paid}},"merchantId":"m","firstName":"A","lastName":"L","email":"e","phone":"1","token":"t" }""");
        yield return (typeof(CoinflowCashAppPaymentRequest), $$"""{ {{Paid}} }""");
        yield return (typeof(CoinflowApaPaymentRequest), $$"""{ {{Paid}},"credentialType":"PHONE","credentialValue":"1" }""");
        yield return (typeof(CoinflowAccountPaymentRequest), $$"""{ {{Paid}},"token":"t" }""");
        yield return (typeof(CoinflowCryptoPaymentRequest), $$"""{ {{Paid}},"email":"e","chain":"base","token":"USDC" }""");
        yield return (typeof(CoinflowSubscribeRequest), $$"""{ {{Purchase}},"planCode":"gold","card":{{Card}},"token":"t" }""");
        yield return (typeof(CoinflowCaptureRequest), $$"""{"paymentId":"p","subtotal":{{Money}},"rent":{"lamports":"1"},"transactionData":{"nftContract":"0x1","nftId":"2"},"new":1}""");
        yield return (typeof(CoinflowRefundRequest), """{"refundReason":"buyerFraud","partialAmount":{"cents":5},"destinationWallet":"0x1","new":1}""");
        yield return (typeof(CoinflowBlockRequest), """{"reason":"fraud","status":"Blocked","merchantId":"m","new":1}""");
        yield return (typeof(CoinflowChargebackDraft), """{"notes":"n","draft":{"a":1},"new":1}""");
        yield return (typeof(CoinflowChargebackResponse), """{"response":{"a":1},"fileKey":"f","new":1}""");
        yield return (typeof(CoinflowPlanRequest), $$"""
            {"name":"Gold","code":"gold","interval":"Monthly","amount":{{Money}},"duration":1,"description":"d","transaction":{"a":1},"settlementChain":"base","active":true,
             "merchantInitiated":true,"new":1}
            """);
        yield return (typeof(CoinflowWebhookSettings), """
            {"version":"Version 3","subscriptions":["Settled"],"disableAuthorizationHeader":true,"disableSubmerchantToParentWebhooks":false,"new":1}
            """);

        yield return (typeof(CoinflowCheckoutLink), """{"link":"https://sandbox.coinflow.cash/x","new":1}""");
        yield return (typeof(CoinflowCheckoutToken), """{"checkoutJwtToken":"jwt","new":1}""");
        yield return (typeof(CoinflowDestinationAuthKey), """{"destinationAuthKey":"jwt","new":1}""");
        yield return (typeof(CoinflowWalletMessage), """{"message":"m","transaction":"t","new":1}""");
        yield return (typeof(CoinflowTotals), Totals);
        yield return (typeof(CoinflowTotalsByMethod), "{" + string.Join(",", Methods.Select(method =>
            $$""" "{{method}}":{ {{Sums}},"settlement":{{Totals}},"basis":{{Money}},"exchangeRate":1.25 } """)) + ""","new":1}""");
        yield return (typeof(CoinflowFeesByMethod), "{" + string.Join(",", Methods.Select(method =>
            $$""" "{{method}}":[{"description":"d","fee":{{Money}},"fxFee":{{Money}},"new":1}] """)) + ""","new":1}""");
        yield return (typeof(CoinflowAcceptedPayment), $$"""{"paymentId":"p","authorizationExpiration":"{{Time}}","new":1}""");
        yield return (typeof(CoinflowPixPayment), $$"""{"paymentId":"p","brCode":"b","quote":{{Money}},"expires":"{{Time}}","new":1}""");
        yield return (typeof(CoinflowIbanPayment), $$"""
            {"paymentId":"p","account":"DE","sortCode":"1","expires":"{{Time}}","amount":{"cents":1},"address":{{Address}},"accountHolderName":"C","reference":"r","new":1}
            """);
        yield return (typeof(CoinflowWirePayment), $$"""
            {"paymentId":"p","account_number":"1","wireRoutingNumber":"2","recipientName":"C","memo":"m","amount":12.5,"expires":"{{Time}}","address":{{Address}},"new":1}
            """);
        yield return (typeof(CoinflowInteracPayment), """{"paymentId":"p","email":"e","phone":"1","new":1}""");
        yield return (typeof(CoinflowCashAppPayment), $$"""{"paymentId":"p","cashAppLink":"https://cash.app/x","expiresAt":"{{Time}}","new":1}""");
        yield return (typeof(CoinflowCryptoPayment), """
            {"paymentId":"p","sessionId":"s","depositAddress":"0x1","paymentChainName":"Base","paymentCurrencySymbol":"USDC","paymentAmount":1.5,
             "chainLogoUrl":"https://x.example/1","currencyLogoUrl":"https://x.example/2","new":1}
            """);
        yield return (typeof(CoinflowCryptoChain), """{"name":"base","image":"i","tokens":["USDC",{"symbol":"ETH"}],"new":1}""");
        yield return (typeof(CoinflowPaymentDetails), """
            {"firstName":"A","lastName":"L","streetAddress":"1","city":"C","state":"S","zip":"1","country":"US","email":"e","bin":"424242","ip":"i","userAgent":"u","expMonth":"1",
             "expYear":"30","eci":"05","avsResponseCode":"Y","cvvResponseCode":"M","binLocation":{"a":1},"ipLocation":{"a":1},"orchestrationInfo":{"a":1},"deviceInfo":{"a":1},
             "secureDS":{"a":1},"new":1}
            """);
        yield return (typeof(CoinflowPayment), $$"""
            {"_id":"o","paymentId":"p","totals":{{Totals}},"customer":"c","merchant":{"merchantId":"m","name":"n"},"chargebackProtectionDecision":"approved","createdAt":"{{Time}}",
             "paymentIntentId":"i","error":"e","signature":"s","webhookInfo":{"orderId":"A-1"},"settlementType":"USDC","blockchain":"base","wallet":"w","destination":"d",
             "liabilityOwner":"coinflow","subscription":"sub","marketplaceInfo":{"marketplaceFee":{{Money}},"marketplaceSettlement":{"a":1},"sellerSettlement":{"a":1},
             "feePercentage":1.5,"fixedFee":{{Money}},"new":1},"refundInfo":{"count":2,"refundedAt":"{{Time}}","amount":{{Money}},"new":1},
             "delayedSettlement":{"isScheduled":true,"scheduledDate":"{{Time}}","days":2,"isDisbursed":false,"disbursedAt":"{{Time}}","new":1},
             "exchangeInfo":{"rate":1.1,"base":{"a":1},"amount":{"a":1},"new":1},"alertStatus":"open","overrideAuditLog":[1],"velocityDate":"v",
             "userLocation":{"lat":1,"lng":2},"referrer":"r","vendorInfo":{"a":1},"new":1,
             "cardInfo":{"status":"SETTLED","authCode":"1","processor":"x","last4":"4242","cardType":"VISA","token":"t","mobileWallet":"applePay","authOnly":true,
                "storedTransactionType":"COF","originalPaymentId":"q","processed3DS":"Exempt","enhancedTxInfo":{"a":1},"new":1},
             "bankTransferInfo":{"status":"BATCHED","reason":"r","batchedAt":"{{Time}}","new":1},
             "pixInfo":{"status":"INITIATED","expiration":"{{Time}}","reason":"r","new":1},"ibanInfo":{"status":"FAILED"},"wireInfo":{"status":"EXPIRED"},
             "interacInfo":{"status":"DEPOSITED"},"cashAppInfo":{"status":"PROCESSING","cashAppLink":"https://cash.app/x","referenceId":"r","expiresAt":"{{Time}}","new":1},
             "paypalInfo":{"status":"VOIDED","authOnly":true,"capturePending":false,"new":1},"venmoInfo":{"status":"CHARGEBACK"},
             "apaInfo":{"status":"APPROVED","credentialType":"PHONE","reason":"r","new":1},
             "cryptoInfo":{"status":"REFUNDED","depositAddress":"0x1","tokenAmount":1.5,"overpaymentAmount":0.5,"originatingTransactionHash":"0x2","new":1} }
            """);
        yield return (typeof(CoinflowHistoryPayment), $$"""
            {"paymentId":"p","merchant":"m","totals":{{Totals}},"createdAt":"{{Time}}","status":"SETTLED","signature":"s","subscription":"sub","new":1}
            """);
        yield return (typeof(CoinflowRefund), $$"""
            {"id":"r","merchantId":"m","paymentId":"p","userId":"u","status":"Settled","totals":{"subtotal":{{Money}},"processorFees":{{Money}},"total":{{Money}},"rate":1,
             "resolution":{{Money}},"adjustment":{{Money}},"new":1},"reimbursementStatus":"Complete","outstanding":{"cents":0},"source":"Usdc","method":"Card","signature":"s",
             "failureReason":"f","createdAt":"{{Time}}","reason":"other","refundedBy":"x","cryptoRefundInfo":{"a":1},"returnSignature":"rs","new":1}
            """);
        yield return (typeof(CoinflowRefundTotals), $$"""
            {"subtotal":{{Money}},"processorFees":{{Money}},"total":{{Money}},"rate":1,"resolution":{{Money}},"adjustment":{{Money}},"new":1}
            """);
        yield return (typeof(CoinflowChargeback), $$"""
            {"chargebackId":"c","reasonCode":"10.4","reasonDescription":"d","respondByDate":"{{Time}}","responded":false,"chargebackFeeCents":1500,"decidedAt":"{{Time}}",
             "payment":{"paymentId":"p","cardInfo":{"status":"CHARGEBACK"} },"new":1}
            """);
        yield return (typeof(CoinflowPlan), $$"""
            {"id":"i","name":"Gold","code":"gold","interval":"Monthly","amount":{{Money}},"duration":1,"description":"d","transaction":{"a":1},"settlementChain":"base",
             "active":true,"merchantInitiated":false,"new":1}
            """);
        yield return (typeof(CoinflowSubscriber), $$"""
            {"id":"i","status":"Active","customerId":"c","merchantId":"m","email":"e","plan":{"code":"gold"},"planCode":"gold","nextPaymentAt":"{{Time}}","blockchain":"user","new":1}
            """);
        yield return (typeof(CoinflowSubscriptionPayment), $$"""{"paymentId":"p","status":"SETTLED","totals":{{Totals}},"paidAt":"{{Time}}","new":1}""");
        yield return (typeof(CoinflowWebhookDelivery), $$"""
            {"id":"w","merchantId":"m","eventType":"Settled","category":"Purchase","version":"Version 3","data":{"id":"p"},"sentAt":"{{Time}}","url":"https://shop.example/",
             "responseCode":200,"responseData":"ok","providerId":"x","new":1}
            """);
        yield return (typeof(CoinflowMerchant), """
            {"_id":"o","merchantId":"m","webhookSettings":{"version":"Version 2","subscriptions":["Settled"]},"webhookUrls":["https://shop.example/"],
             "webhookValidationKey":"k","apiKey":"a","apiKeys":["a","b"],"new":1}
            """);
        yield return (typeof(CoinflowChallengeRequired), """{"transactionId":"t","url":"https://acs.example/","creq":"c","new":1}""");
        yield return (typeof(CoinflowVerificationRequired), """
            {"verification":{"reference":"r","status":"pending","vendor":"persona","name":"n","attested":false,"shareToken":"s","shareTokenStatus":"x","sessionToken":"t","new":1},
             "verificationLink":"https://v.example/","redirectLink":"https://r.example/","rejectionReasons":["a"],
             "additionalVerificationLinks":[{"name":"n","link":"https://l.example/","reference":"r","vendor":"v","sessionToken":"t","new":1}],"new":1}
            """);
        yield return (typeof(CoinflowJob), """{"jobId":"j","new":1}""");
    }

    private static readonly string[] Methods =
    [
        "card", "ach", "fasterPayments", "sepa", "pix", "usdc", "googlePay", "applePay", "credits", "crypto", "wire", "cashApp", "apa", "paypal", "venmo", "interac",
    ];
}
