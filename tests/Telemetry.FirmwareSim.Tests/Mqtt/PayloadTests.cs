using System.Text.Json;
using FirmwareSim.Mqtt;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace Telemetry.FirmwareSim.Tests.Mqtt;

public sealed class PayloadTests
{
    private readonly Quarter _quarter = new();

    [Theory]
    [InlineData("ecole-gaz", 482_137)]
    [InlineData("gymnase-gaz", 209_442)]
    [InlineData("mairie-gaz", 153_809)]
    [InlineData("creche-gaz", 512_744)]
    public void Speak_GasMeter_IsATasmotaCounter(string name, long start)
    {
        var sensor = Json(Said("DVES_" + name), $"tele/{name}/SENSOR");

        Assert.Equal(["Time", "COUNTER"], Fields(sensor));
        Assert.Equal(["C1"], Fields(sensor.GetProperty("COUNTER")));
        Assert.Equal(start, sensor.GetProperty("COUNTER").GetProperty("C1").GetInt64());
        Assert.Equal("2026-11-23T09:00:00", sensor.GetProperty("Time").GetString());
    }

    [Fact]
    public void Speak_Tasmota_StatesWhenItArrivesThenEveryFiveMinutes()
    {
        var device = Device("DVES_ecole-gaz");
        Assert.Single(device.Arrive(Quarter.Monday), new Message("tele/ecole-gaz/LWT", "Online", Retain: true));
        var state = Json([.. device.Speak(Quarter.Monday)], "tele/ecole-gaz/STATE");

        Assert.Equal(["Time", "Uptime", "UptimeSec", "Heap", "SleepMode", "Sleep", "LoadAvg", "MqttCount", "Wifi"], Fields(state));
        Assert.Single(device.Speak(Quarter.Monday.AddMinutes(4)));
        Assert.Equal(2, device.Speak(Quarter.Monday.AddMinutes(5)).Count());
        Assert.Equal(new Message("tele/ecole-gaz/LWT", "Offline", Retain: true), device.Will);
    }

    [Fact]
    public void Speak_Cooling_IsATasmotaPlug()
    {
        var device = Device("DVES_mairie-clim");
        Assert.Equal(2, device.Speak(Quarter.Monday).Count());
        _quarter.Live(1);
        var energy = Json([.. device.Speak(_quarter.Town.Instant)], "tele/mairie-clim/SENSOR").GetProperty("ENERGY");

        Assert.Equal(
            ["TotalStartTime", "Total", "Yesterday", "Today", "Period", "Power", "ApparentPower", "ReactivePower", "Factor", "Voltage", "Current"],
            Fields(energy));
        var load = _quarter.Town.TownHall.SubLoads[1];
        Assert.Equal(load.Meter.Shown, energy.GetProperty("Total").GetDouble());
        Assert.Equal(load.Watts, energy.GetProperty("Power").GetDouble(), 0.5);
        Assert.Equal(load.Meter.SinceStart * 1000, energy.GetProperty("Period").GetDouble(), 2.0);
    }

    [Fact]
    public void Speak_HeatMeter_IsATelegramOfWmbusmeters()
    {
        _quarter.Live(1);
        var device = Device("wmbusmeters_66204117");
        var telegram = Json([.. device.Speak(_quarter.Town.Instant)], "wmbusmeters/66204117");
        var heat = _quarter.Town.School.Heat!;

        Assert.Equal(
            [
                "media", "meter", "name", "id", "status", "total_energy_consumption_kwh", "total_volume_m3", "volume_flow_m3h", "t1_temperature_c", "t2_temperature_c", "timestamp",
            ],
            Fields(telegram));
        Assert.Equal("66204117", telegram.GetProperty("id").GetString());
        Assert.Equal("2026-11-23T09:00:00Z", telegram.GetProperty("timestamp").GetString());
        Assert.Equal(418_260 + Math.Floor(heat.Energy.SinceStart), telegram.GetProperty("total_energy_consumption_kwh").GetInt64());
        Assert.True(telegram.GetProperty("total_volume_m3").GetDouble() > 31_842.6);
        var carried = telegram.GetProperty("volume_flow_m3h").GetDouble() * 1.163 * (telegram.GetProperty("t1_temperature_c").GetDouble() - telegram.GetProperty("t2_temperature_c").GetDouble());
        Assert.Equal(heat.Watts / 1000, carried, 0.01 * carried);
        Assert.Null(device.Will);
        Assert.Empty(device.Arrive(_quarter.Town.Instant));
    }

    [Fact]
    public void Speak_TasmotaOverMidnight_TodayBecomesYesterday()
    {
        var days = new DayTotals();
        days.Look(new DateTimeOffset(2026, 11, 23, 22, 0, 0, TimeSpan.Zero), 100);
        days.Look(new DateTimeOffset(2026, 11, 23, 22, 59, 0, TimeSpan.Zero), 103);
        Assert.Equal(3, days.Today);
        days.Look(new DateTimeOffset(2026, 11, 23, 23, 1, 0, TimeSpan.Zero), 104);

        Assert.Equal((3, 1), (days.Yesterday, days.Today));
        days.Look(new DateTimeOffset(2026, 11, 23, 23, 5, 0, TimeSpan.Zero), 0.5);
        Assert.Equal((0, 0), (days.Today, days.SinceLast));
    }

    [Fact]
    public void Speak_ServerRoom_IsADs18B20_NullWhenOpen()
    {
        var sensor = Json(Said("DVES_mairie-serveurs"), "tele/mairie-serveurs/SENSOR");
        Assert.Equal(["Time", "DS18B20", "TempUnit"], Fields(sensor));
        Assert.InRange(sensor.GetProperty("DS18B20").GetProperty("Temperature").GetDouble(), 20, 28);

        var broken = new Quarter(3, null, (Fault.DeadSensor, "mairie/salle-serveurs", 0, 3600));
        broken.Live(0.1);
        var open = Json([.. Device("DVES_mairie-serveurs", broken).Speak(broken.Town.Instant)], "tele/mairie-serveurs/SENSOR");
        Assert.Equal(JsonValueKind.Null, open.GetProperty("DS18B20").GetProperty("Temperature").ValueKind);
    }

    [Fact]
    public void Speak_Linky_IsTasmotaTeleinfoInHistoricMode()
    {
        _quarter.Live(1);
        var sensor = Json([.. Device("DVES_creche-linky").Speak(_quarter.Town.Instant)], "tele/creche-linky/SENSOR");
        var (tic, nursery) = (sensor.GetProperty("TIC"), _quarter.Town.Nursery);

        Assert.Equal(["Time", "ENERGY", "TIC"], Fields(sensor));
        Assert.Equal(["TotalStartTime", "Total", "Yesterday", "Today", "Period", "Power", "Current", "Load"], Fields(sensor.GetProperty("ENERGY")));
        Assert.Equal(["ADCO", "OPTARIF", "ISOUSC", "HCHC", "HCHP", "PTEC", "IINST", "IMAX", "PAPP", "HHPHC", "MOTDETAT"], Fields(tic));
        Assert.Equal(12, tic.GetProperty("ADCO").GetString()!.Length);
        Assert.Equal("HP..", tic.GetProperty("PTEC").GetString());
        Assert.Equal(nursery.Main.Shown, tic.GetProperty("HCHP").GetInt64());
        Assert.Equal(nursery.OffPeak!.Shown, tic.GetProperty("HCHC").GetInt64());
        Assert.Equal(nursery.Electricity.Watts.Sum / nursery.Electricity.Factor, tic.GetProperty("PAPP").GetDouble(), 5.1);
    }

    [Fact]
    public void Arrive_ShellyPlug_OnlineRetainedThenFullStatus()
    {
        const string Id = "shellyplusplugs-ecole-info";
        List<Message> said = [.. Device(Id).Arrive(Quarter.Monday)];
        var whole = Json(said, Id + "/events/rpc");

        Assert.Equal(new Message(Id + "/online", "true", Retain: true), said[0]);
        Assert.False(said[1].Retain);
        Assert.Equal(["src", "dst", "method", "params"], Fields(whole));
        Assert.Equal("NotifyFullStatus", whole.GetProperty("method").GetString());
        var plug = whole.GetProperty("params").GetProperty("switch:0");
        Assert.Equal(["id", "output", "apower", "voltage", "current", "aenergy"], Fields(plug));
        Assert.Equal(["by_minute", "minute_ts", "total"], Fields(plug.GetProperty("aenergy")));
        Assert.Equal(1_264_150, plug.GetProperty("aenergy").GetProperty("total").GetDouble(), 1.0);
        Assert.Equal(Quarter.Monday.ToUnixTimeSeconds(), whole.GetProperty("params").GetProperty("ts").GetDouble());
    }

    [Fact]
    public void Speak_ShellyMeter_PowersEveryTenSecondsCountersEveryMinute()
    {
        var device = Device("shellypro3em-mairie-pdu");
        Assert.Equal(2, device.Arrive(_quarter.Town.Instant).Count());
        var (powers, counters) = (new List<JsonElement>(), new List<JsonElement>());
        for (var second = 2; second <= 600; second += 2)
        {
            _quarter.Town.AdvanceTo(Quarter.Monday.AddSeconds(second), 10);
            foreach (var parameters in device.Speak(Quarter.Monday.AddSeconds(second)).Select(message => Json([message], message.Topic).GetProperty("params")))
            {
                (parameters.TryGetProperty("em:0", out _) ? powers : counters).Add(parameters);
            }
        }

        Assert.InRange(powers.Count, 60, 120);
        Assert.Equal(10, counters.Count);
        var em = powers[^1].GetProperty("em:0");
        Assert.Equal(
            [
                "id", "a_current", "a_voltage", "a_act_power", "a_aprt_power", "a_pf", "a_freq", "b_current", "b_voltage", "b_act_power", "b_aprt_power", "b_pf", "b_freq",
                "c_current", "c_voltage", "c_act_power", "c_aprt_power", "c_pf", "c_freq", "n_current", "total_current", "total_act_power", "total_aprt_power", "user_calibrated_phase",
            ],
            Fields(em));
        Assert.Equal(em.GetProperty("total_act_power").GetDouble(), new[] { "a", "b", "c" }.Sum(phase => em.GetProperty(phase + "_act_power").GetDouble()), 0.2);
        Assert.Equal(
            [
                "id", "a_total_act_energy", "a_total_act_ret_energy", "b_total_act_energy", "b_total_act_ret_energy", "c_total_act_energy", "c_total_act_ret_energy",
                "total_act", "total_act_ret",
            ],
            Fields(counters[^1].GetProperty("emdata:0")));
        var totals = counters.Select(counter => counter.GetProperty("emdata:0").GetProperty("total_act").GetDouble()).ToList();
        Assert.Equal(totals.Order(), totals);
        Assert.True(totals[^1] > totals[0]);
    }

    [Fact]
    public void Arrive_Zigbee_RepeatsItsCache_StatesAreNotRetained()
    {
        var bridge = Device("zigbee2mqtt_valmont");
        List<Message> first = [.. bridge.Arrive(Quarter.Monday)];
        _quarter.Live(1);
        List<Message> again = [.. bridge.Arrive(_quarter.Town.Instant)];

        Assert.Equal(first, again);
        Assert.Equal(new Message("zigbee2mqtt/bridge/state", """{"state":"online"}""", Retain: true), first[0]);
        string[] names = ["Ecole/Classe 1", "Gymnase/Salle", "Mairie/Copieur", "Mairie/Salle du conseil", "Creche/Dortoir"];
        Assert.Equal<IEnumerable<string>>([.. names.Select(name => $"zigbee2mqtt/{name}/availability")], first.Skip(1).Where(message => message.Retain).Select(message => message.Topic));
        Assert.Equal<IEnumerable<string>>([.. names.Select(name => $"zigbee2mqtt/{name}")], first.Where(message => !message.Retain).Select(message => message.Topic));
    }

    [Fact]
    public void Speak_Zigbee_SensorAndPlugFields()
    {
        List<Message> said = [.. Device("zigbee2mqtt_valmont").Speak(Quarter.Monday)];

        Assert.Equal(["battery", "humidity", "linkquality", "temperature", "voltage"], Fields(Json(said, "zigbee2mqtt/Ecole/Classe 1")));
        var plug = Json(said, "zigbee2mqtt/Mairie/Copieur");
        Assert.Equal(["current", "energy", "linkquality", "power", "power_outage_memory", "state", "voltage"], Fields(plug));
        Assert.InRange(plug.GetProperty("voltage").GetDouble(), 220, 240);
        Assert.Equal(212.47, plug.GetProperty("energy").GetDouble(), 0.02);
    }

    [Fact]
    public void Speak_Zigbee_AtLeastEveryMinuteNeverUnderTenSeconds()
    {
        var bridge = Device("zigbee2mqtt_valmont");
        var said = new List<(string Topic, int Second)>();
        for (var second = 0; second <= 1800; second += 5)
        {
            _quarter.Town.AdvanceTo(Quarter.Monday.AddSeconds(second), 10);
            said.AddRange(bridge.Speak(Quarter.Monday.AddSeconds(second)).Select(message => (message.Topic, second)));
        }

        foreach (var child in said.GroupBy(item => item.Topic, StringComparer.Ordinal))
        {
            var gaps = child.Zip(child.Skip(1), (a, b) => b.Second - a.Second).ToList();
            Assert.All(gaps, gap => Assert.InRange(gap, 10, 60));
        }
    }

    [Fact]
    public void Speak_ZigbeeSilentChild_AvailabilityTellsAndStateStops()
    {
        var quarter = new Quarter(3, null, (Fault.SilentDevice, "creche/dortoir", 0, 600));
        quarter.Live(0.05);
        var bridge = Device("zigbee2mqtt_valmont", quarter);
        List<Message> said = [.. bridge.Speak(quarter.Town.Instant)];

        Assert.Contains(new Message("zigbee2mqtt/Creche/Dortoir/availability", """{"state":"offline"}""", Retain: true), said);
        Assert.DoesNotContain(said, message => message.Topic == "zigbee2mqtt/Creche/Dortoir");
        quarter.Live(0.5);
        said = [.. bridge.Speak(quarter.Town.Instant)];
        Assert.Contains(new Message("zigbee2mqtt/Creche/Dortoir/availability", """{"state":"online"}""", Retain: true), said);
        Assert.Contains(said, message => message.Topic == "zigbee2mqtt/Creche/Dortoir");
    }

    private static string[] Fields(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static JsonElement Json(IReadOnlyList<Message> said, string topic) =>
        JsonDocument.Parse(Assert.Single(said, message => message.Topic == topic).Payload).RootElement;

    private IMqttDevice Device(string client, Quarter? quarter = null) => Wiring.Mqtt((quarter ?? _quarter).Town).First(device => device.ClientId == client);

    private List<Message> Said(string client) => [.. Device(client).Speak(Quarter.Monday)];
}
