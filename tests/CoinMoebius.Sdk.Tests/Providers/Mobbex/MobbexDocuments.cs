namespace CoinMoebius.Sdk.Tests.Providers.Mobbex;

/// <summary>Documents of the API, made up from its documentation; each field is named after the model.</summary>
public static class MobbexDocuments
{
    public const string MobbexCheckoutRequest = """
        {
          "total": 100.53, "currency": "ARS", "description": "Order 42", "reference": "order-42", "test": true,
          "return_url": "https://shop.example/back?o=42", "webhook": "https://shop.example/hook?cm_token=t", "webhooksType": "intermediateAndFinal",
          "items": [
            { "image": "https://shop.example/a.png", "quantity": 2, "description": "Hat", "total": 90.5, "entity": "e1", "future": 1 },
            { "type": "subscription", "reference": "sub1", "total": 10.03 },
            { "description": "Coupon", "quantity": 1, "total": -5.25 }
          ],
          "options": {
            "embed": true, "embedVersion": "1.2.0", "domain": "shop.example", "emitNotifications": false, "emitCustomerSuccessNotification": false,
            "emitCustomerFailureNotification": true, "emitCustomerWaitingNotification": true, "closeOrReturnOnResult": true, "closeOrReturnTimeout": 5,
            "showNoInterestLabels": true, "showWallet": false, "button": true, "redirect": { "success": true, "failure": false, "future": 1 },
            "platform": { "name": "shop", "version": "1.2", "php": "8.3", "ecommerce": { "shop": "3" }, "future": 1 },
            "theme": {
              "type": "dark", "background": "#FFAA00", "showHeader": true, "header": { "name": "Shop", "logo": "https://shop.example/l.png", "future": 1 },
              "colors": { "primary": "#123", "future": 1 }, "future": 1
            },
            "future": 1
          },
          "sources": ["visa", "mastercard"], "installments": ["3", "-ahora_12", "+uid:xp"],
          "customer": {
            "email": "ana@example.com", "name": "Ana", "identification": "12123123", "phone": "1122223333", "uid": "7", "createdAt": 1767614400000,
            "metadata": { "k": "v", "n": { "m": [1] } }, "birthDate": { "day": 1, "month": 2, "year": 1990, "future": 1 }, "future": 1
          },
          "split": [
            { "entity": "e1", "total": 60.5, "fee": 1.5, "hold": true, "description": "d", "reference": "p1", "refundFee": false, "future": 1 },
            { "tax_id": "30-1-2", "total": 40.03 }
          ],
          "timeout": 30, "intent": "payment.2-step", "multicard": false,
          "addresses": [
            { "type": "billing", "country": "ARG", "street": "San Martin", "streetNumber": "12", "streetNotes": "3 B", "zipCode": "5000", "city": "Cordoba", "state": "AR-X", "future": 1 }
          ],
          "multivendor": "active", "merchants": [{ "uid": "m1", "intent": "payment.v2", "future": 1 }], "wallet": true, "paymentMethods": true,
          "travel": {
            "type": "bus", "travelDate": { "day": 3, "month": 4, "year": 2027 }, "origin": "Cordoba", "destination": "Rosario",
            "originData": { "city": "Cordoba", "state": "X", "country": "ARG", "future": 1 },
            "destinationData": { "city": "Rosario", "state": "S", "country": "ARG" },
            "passengers": [{ "name": "Ana", "identificationType": "arg_dni", "identification": "12123123", "phone": "11", "routing": ["COR", "EZE", "MVD"], "future": 1 }],
            "future": 1
          },
          "future": { "a": [1, "b", null] }
        }
        """;

    public const string MobbexCheckout = """
        {
          "id": "CHK:AAAAAAAAAAAAAAAAAA", "url": "https://mobbex.com/p/checkout/v2/CHK:AAAAAAAAAAAAAAAAAA", "description": "Order 42", "currency": "ARS",
          "total": 100.53, "created": 1767614400000, "return_url": "https://shop.example/back", "intent": { "token": "it1" },
          "paymentMethods": [{ "group": "card", "subgroup": "card_input", "subgroup_title": "Cards", "subgroup_logo": "https://res.mobbex.com/c.png", "future": 1 }],
          "wallet": [{
            "name": "Visa 0010", "it": "it2", "card": { "card_number": "450799******0010", "future": 1 },
            "source": { "card": { "product": { "logo": "https://res.mobbex.com/v.png", "code": { "name": "CVV", "length": 3 } } } },
            "installments": [{ "reference": "1", "name": "1 pago", "totals": { "total": 100.53 } }], "future": 1
          }],
          "future": 1
        }
        """;

    public const string MobbexOperation = """
        {
          "result": true, "view": { "type": "card", "options": { "barcode": false, "future": 1 }, "future": 1 },
          "payment": {
            "id": "PAYABC123", "description": "Order 42", "operation": { "type": "payment.v2", "future": 1 },
            "status": { "code": "200", "text": "Aprobado", "message": "ok", "view": { "a": 1 }, "resultCode": "00", "data": [1], "future": 1 },
            "total": 110.58, "currency": { "code": "ARS", "text": "Peso Argentino", "symbol": "$", "locale": "es-AR", "future": 1 },
            "riskAnalysis": { "band": "N/A", "level": "N/A", "future": 1 }, "created": "2026-01-05T12:00:00.000Z", "updated": "2026-01-05T12:00:02.100Z",
            "reference": "order-42",
            "source": {
              "name": "Visa", "type": "card", "reference": "visa", "number": "450799******0010", "expiration": { "month": "12", "year": "34", "future": 1 },
              "installment": { "description": "3 cuotas", "amount": 36.86, "count": 3, "reference": "3", "future": 1 },
              "cardholder": { "name": "DEMO", "identification": "12123123", "future": 1 },
              "transaction": {
                "transactionId": "1", "authorizationCode": "2", "batchNo": "3", "resultCode": "4", "retrievalReferenceNo": "5", "ticketNo": "6", "future": 1
              },
              "future": 1
            },
            "future": 1
          },
          "entity": { "name": "Shop", "uid": "shopuid", "future": 1 },
          "customer": { "uid": "7", "name": "Ana", "email": "ana@example.com", "phone": "1122223333", "identification": "12123123", "metadata": { "k": "v" } },
          "user": { "name": "Ana", "email": "ana@example.com", "future": 1 }, "source": { "name": "Visa", "type": "card", "reference": "visa" },
          "checkout": {
            "uid": "CHK:AAAAAAAAAAAAAAAAAA", "currency": "ARS", "total": 100.53, "reference": "order-42",
            "items": [{
              "_id": "i", "categoryId": "c", "productId": "p", "unitPrice": 50.26, "description": "Hat", "entity": "e", "image": "https://a.example/a.png",
              "quantity": 2, "reference": "r", "sku": "s", "total": 100.53, "type": "product", "uid": "u"
            }],
            "future": 1
          },
          "childs": [{ "payment": { "id": "CHD-1", "status": { "code": "200" }, "source": { "name": "Pago", "type": "cash", "reference": "arg_mobbex_cash", "barcode": "0123", "url": "https://mobbex.com/v" } } }],
          "transactions": [{
            "_id": "a", "uid": "b", "utid": "", "status": "200", "description": "d", "message": "", "type": "payment", "total": 100.5, "references": [], "hash": "",
            "sender": "s", "receiver": "r", "coupon": "c", "currency": { "value": "TEST", "label": "Test Money", "symbol": "T$", "hidden": false },
            "updated": "2020-07-13T17:20:54.463Z", "created": "2020-07-13T17:20:54.462Z", "__v": 0, "future": 1
          }],
          "future": 1
        }
        """;

    public const string MobbexTransaction = """
        {
          "uid": "b", "reference": "order-42", "status": { "code": "100", "text": "En revision" }, "payment": { "id": "P1", "status": { "code": "200" } },
          "entity": { "uid": "e" }, "customer": { "name": "Ana" }, "checkout": { "uid": "CHK:1" }, "childs": [{ "uid": "c" }], "future": 1
        }
        """;

    public const string MobbexPaymentSource = """
        {
          "source": { "reference": "visa", "name": "Visa" },
          "view": { "group": "card", "subgroup_title": "Cards", "subgroup_logo": "https://res.mobbex.com/c.png", "type": "card", "subgroup_priority": 1, "future": 1 },
          "installments": {
            "enabled": true,
            "list": [{
              "uid": "p1", "name": "3 cuotas", "description": "d", "count": 3, "reference": "3", "tags": [{ "key": "a" }],
              "totals": {
                "currency": { "value": "ARS", "label": "Peso", "symbol": "$", "locale": "es-AR", "isoCode": "ARS", "exponent": 2, "hidden": false },
                "installment": { "amount": 36.86, "count": 3, "future": 1 }, "total": 110.58, "financial": { "percentage": 10, "amount": 10.05, "future": 1 }, "future": 1
              },
              "future": 1
            }],
            "future": 1
          },
          "future": 1
        }
        """;

    public const string MobbexRuleInstallments =
        """{ "source": { "reference": "visa", "name": "Visa" }, "installments": [{ "uid": "p1", "name": "Plan", "description": "d" }], "future": 1 }""";

    public const string MobbexConversion = """{ "result": 10500.5, "rate": 1000.05, "future": 1 }""";

    public const string MobbexAnswer = """{ "result": true, "status_message": "ok", "total": 9.5, "data": { "id": "P1" }, "future": 1 }""";

    public const string MobbexPaymentOrderRequest = """
        {
          "total": 100.53, "description": "Link", "email": "ana@example.com", "phone": "1122223333", "reference": "order-42",
          "due": { "day": 1, "month": 2, "year": 2027 }, "secondDue": { "days": 10, "surcharge": 5.5, "future": 1 }, "actions": [{ "icon": "a", "title": "b" }],
          "return_url": "https://shop.example/back", "webhook": "https://shop.example/hook", "intent": "payment.v2",
          "items": [{ "description": "Hat", "total": 100.53 }], "options": { "domain": "shop.example" }, "sources": ["visa"], "test": true, "future": 1
        }
        """;

    public const string MobbexPaymentOrder =
        """{ "uid": "u", "id": "i", "url": "https://mobbex.com/p/o/u", "description": "Link", "reference": "order-42", "total": 100.53, "future": 1 }""";

    public const string MobbexSubscriptionRequest = """
        {
          "total": 1000.5, "currency": "ARS", "name": "Plan", "description": "d", "type": "dynamic", "interval": "1m", "trial": 1, "limit": 0, "setupFee": 10.5,
          "test": true, "features": ["accept_no_funds", "no_email"], "webhook": "https://shop.example/hook", "return_url": "https://shop.example/back",
          "reference": "plan-1", "options": { "embed": false }, "wallet": true, "future": 1
        }
        """;

    public const string MobbexSubscription = """
        {
          "uid": "S1", "name": "Plan", "description": "d", "status": "active", "type": "manual", "interval": "1m", "total": 1000, "currency": "ARS", "trial": 0,
          "limit": 3, "setupFee": 0, "test": true, "reference": "plan-1", "url": "https://mobbex.com/p/subscriptions/subscribe/S1",
          "shorten_url": "https://mbbx.me/s", "return_url": "https://shop.example/back", "webhook": "https://shop.example/hook", "future": 1
        }
        """;

    public const string MobbexSubscriberRequest = """
        {
          "customer": { "email": "ana@example.com", "name": "Ana", "identification": "12123123", "phone": "11" }, "reference": "sub-1",
          "customerReference": "cust-1", "startDate": { "day": 4, "month": 2, "year": 2027 }, "total": 900.5, "test": true,
          "addresses": [{ "type": "shipping", "country": "ARG" }], "future": 1
        }
        """;

    public const string MobbexSubscriber = """
        {
          "uid": "U1", "reference": "sub-1", "customerReference": "cust-1", "status": "finished", "total": 2555, "test": false, "created": "2020-11-19T18:26:34.681Z",
          "subscription": { "uid": "S1", "limit": 3, "name": "Plan", "description": "d", "total": 2555 }, "customer": { "name": "Ana" },
          "startDate": { "day": 4, "month": 2 }, "activeSource": { "name": "Visa" }, "sourceUrl": "https://mobbex.com/p/s/source",
          "secondarySourceUrl": "https://mobbex.com/p/s/source2", "subscriberUrl": "https://mobbex.com/p/s", "future": 1
        }
        """;

    public const string MobbexChargeRequest = """{ "total": 7.5, "reference": "c1", "description": "More", "future": 1 }""";

    public const string MobbexRefundRequest = """{ "total": 10.5, "emitEvent": false, "future": 1 }""";

    public const string MobbexConnection = """{ "id": "D1", "url": "https://mobbex.com/p/connect/D1", "future": 1 }""";

    public const string MobbexConnectionCredentials = """{ "access_token": "t", "entity": { "uid": "e", "name": "Shop" }, "future": 1 }""";

    public const string MobbexWalletCustomerRequest = """
        {
          "reference": "c-1", "customer": { "email": "ana@example.com", "name": "Ana", "identification": "12123123" }, "test": true,
          "features": ["validate_id"], "future": 1
        }
        """;

    public const string MobbexWalletCustomer = """{ "uid": "W1", "reference": "c-1", "customer": { "name": "Ana" }, "test": true, "future": 1 }""";
}
