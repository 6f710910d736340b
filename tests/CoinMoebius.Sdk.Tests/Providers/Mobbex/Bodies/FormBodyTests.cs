using System.Text;
using System.Text.Json.Nodes;
using CoinMoebius.Sdk.Mobbex.Json;

namespace CoinMoebius.Sdk.Tests.Providers.Mobbex.Bodies;

public sealed class FormBodyTests
{
    [TestCase("a=1", """{"a":"1"}""")]
    [TestCase("type=checkout&data[payment][status][code]=200", """{"type":"checkout","data":{"payment":{"status":{"code":"200"}}}}""")]
    [TestCase("data%5Bpayment%5D%5Bid%5D=P&data%5Bpayment%5D%5Btotal%5D=1.5", """{"data":{"payment":{"id":"P","total":"1.5"}}}""")]
    [TestCase("a=b+c%20d%2B%3D%26", """{"a":"b c d+=&"}""")]
    [TestCase("a=%C3%B1%F0%9F%98%80", """{"a":"ñ😀"}""")]
    [TestCase("a=", """{"a":""}""")]
    [TestCase("a==b", """{"a":"=b"}""")]
    [TestCase("a=%22%5C%0A%00", """{"a":"\"\\\n\u0000"}""")]
    [TestCase("a[0]=x&a[1]=y", """{"a":["x","y"]}""")]
    [TestCase("a[]=x&a[]=y", """{"a":["x","y"]}""")]
    [TestCase("a[0][b]=x&a[1][b]=y&a[0][c]=z", """{"a":[{"b":"x","c":"z"},{"b":"y"}]}""")]
    [TestCase("a[1]=x&a[0]=y", """{"a":{"1":"x","0":"y"}}""")]
    [TestCase("a[0]=x&a[2]=y", """{"a":{"0":"x","2":"y"}}""")]
    [TestCase("a[b c]=x", """{"a":{"b c":"x"}}""")]
    [TestCase("body=%7B%22type%22%3A1%7D", """{"type":1}""")]
    [TestCase("body=x&type=y", """{"body":"x","type":"y"}""")]
    [TestCase("0=x&1=y", """{"0":"x","1":"y"}""")]
    public void A_form_has_the_shape_its_names_say(string form, string expected)
    {
        var json = FormBody.ToJson(Encoding.UTF8.GetBytes(form));

        JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(expected)).Should().BeTrue("{0} is not {1}", Encoding.UTF8.GetString(json!), expected);
    }

    [TestCase("")]
    [TestCase("a")]
    [TestCase("=1")]
    [TestCase("&a=1")]
    [TestCase("a=1&&b=2")]
    [TestCase("a=1&a=2")]
    [TestCase("a[b]=1&a[b]=2")]
    [TestCase("a=1&a[b]=2")]
    [TestCase("a[b]=1&a=2")]
    [TestCase("a[b]=1&a[b][c]=2")]
    [TestCase("[a]=1")]
    [TestCase("a[b=1")]
    [TestCase("a[b]c=1")]
    [TestCase("a[b]c]=1")]
    [TestCase("a=%")]
    [TestCase("a=%2")]
    [TestCase("a=%zz")]
    [TestCase("a=%+1")]
    [TestCase("a=%FF")]
    [TestCase("a=%C3")]
    [TestCase("a=%ED%A0%80")]
    [TestCase("%FF=1")]
    public void A_form_that_can_be_read_in_two_ways_or_in_none_is_refused(string form) => FormBody.ToJson(Encoding.UTF8.GetBytes(form)).Should().BeNull();

    [Test]
    public void Names_deeper_or_longer_and_forms_larger_than_anything_honest_are_refused()
    {
        Read("a" + Depth(15) + "=1").Should().NotBeNull();
        Read("a" + Depth(16) + "=1").Should().BeNull();
        Read("a" + Depth(100_000) + "=1").Should().BeNull();
        Read(new string('a', 1024) + "=1").Should().NotBeNull();
        Read(new string('a', 1025) + "=1").Should().BeNull();
        Read(Pairs(1000)).Should().NotBeNull();
        Read(Pairs(1001)).Should().BeNull();

        static byte[]? Read(string form) => FormBody.ToJson(Encoding.UTF8.GetBytes(form));
        static string Depth(int depth) => string.Concat(Enumerable.Repeat("[b]", depth));
        static string Pairs(int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"a{i}=1"));
    }

    [Test]
    public void A_large_form_takes_memory_in_proportion_to_its_size()
    {
        var form = Encoding.UTF8.GetBytes("data[payment][reference]=r&data[note]=" + new string('x', 1024 * 1024));
        var many = Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 100_000).Select(i => $"a[b][c][d][e][f][g{i}]=1")));
        FormBody.ToJson(form);

        Allocated(form).Should().BeLessThan(16L * form.Length);
        Allocated(many).Should().BeLessThan(many.Length, "it is given up after a thousand names");

        static long Allocated(byte[] form)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            FormBody.ToJson(form);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Test]
    public void Random_bytes_never_throw()
    {
        var random = new Random(11);
        const string Alphabet = "ab[]=&%+20\u00f1";
        for (var i = 0; i < 20_000; i++)
        {
            var form = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)])));

            if (FormBody.ToJson(form) is { } json && !Encoding.UTF8.GetString(form).StartsWith("body=", StringComparison.Ordinal))
            {
                JsonNode.Parse(json).Should().BeOfType<JsonObject>();
            }
        }
    }
}
