using Ingest.Core.Extraction.Places;
using Ingest.Core.Extraction.Segmenting;
using Ingest.Core.Reading;

namespace Ingest.Core.Extraction.Actors;

/// <summary>Reads all names of a document, then resolves them in order, each in the setting that those before it left.</summary>
internal sealed class NameResolution
{
    /// <summary>Characters behind a short form within which 两县 may say what it is.</summary>
    private const int LongestCountedList = 12;

    /// <summary>Characters that a person's posts and trades may take up.</summary>
    private const int LongestPosts = 30;

    /// <summary>Characters from 在 to a place that is described before it is named.</summary>
    private const int LongestScene = 14;

    /// <summary>About as many characters of a report have one name; lists made for them hardly need to grow.</summary>
    private const int ReportsHaveANameEvery = 30;

    private const string Prepositions = "向为给对到赴往在援自从与和";

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reaching = new HashSet<string>(
        ["拨付", "下拨", "划拨", "支援", "援助", "驰援", "捐赠", "捐给", "送给", "送往", "发往", "运往", "寄往", "慰问", "转交", "移交", "交付", "委托", "联系", "对接", "感谢", "帮助", "支持", "指导", "走访"]).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly DocumentOutline _outline;
    private readonly string _text;
    private readonly List<(RawName Name, LineKind Line, bool OpensSentence)> _raw;
    private readonly PlaceVotes _votes = new();
    private readonly SettingTracker _tracker;
    private readonly OrganisationResolver _resolver;
    private readonly HashSet<string> _written = [];
    private int _entered = -1;
    private int _article;
    private int _nextSentence;
    private int _paragraph = -1;
    private readonly List<ActorMention> _actors;
    private readonly List<PlaceMention> _places = [];

    public NameResolution(DocumentOutline outline, string? source)
    {
        (_outline, _text) = (outline, outline.Text);
        _raw = new(_text.Length / ReportsHaveANameEvery);
        _actors = new(_text.Length / ReportsHaveANameEvery);
        ReadAll();
        Vote(source);
        _tracker = new(_votes.Overall());
        _resolver = new(_text, _tracker, _votes);
        var towns = _raw.Select(r => r.Name.Town).OfType<string>().Distinct().Take(2).ToList();
        var bodies = _raw.Select(r => r.Name).Where(n => n is { Corporate: true, Unnamed: false, Kind: RawKind.Organisation });
        _resolver.Expect(towns is [var town] ? town : null, bodies.Select(n => (_text[n.Start..n.End], n.LandmarkCode)));
    }

    public DocumentNames Run()
    {
        foreach (var (name, line, opens) in _raw)
        {
            if (line is LineKind.Boilerplate or LineKind.Byline or LineKind.Source || IsSource(name.Start))
                continue;
            TurnPages(name.Start);
            var heading = line is LineKind.Heading or LineKind.Headline;
            if (name.Kind == RawKind.Place)
                Place(name, heading, opens);
            else
                Actor(name, heading, opens);
        }

        TurnPages(_text.Length);
        return new(_actors, _places) { Settings = _tracker.Changes, Disaster = Disasters.PlaceOf(_text, _places) };
    }

    /// <summary>Tells the tracker of every article and paragraph that begins up to an offset, in order.</summary>
    private void TurnPages(int to)
    {
        for (; _nextSentence < _outline.Sentences.Count && _outline.Sentences[_nextSentence].Span.Start <= to; _nextSentence++)
        {
            var sentence = _outline.Sentences[_nextSentence];
            if (sentence.Paragraph == _paragraph)
                continue;
            _paragraph = sentence.Paragraph;
            TurnArticles(sentence.Span.Start);
            _tracker.Paragraph(sentence.Span.Start);
        }

        TurnArticles(to);
    }

    private void TurnArticles(int to)
    {
        while (_article + 1 < _outline.Articles.Count && to >= _outline.Articles[_article + 1].Span.Start)
        {
            _tracker.Reset(_outline.Articles[++_article].Span.Start);
            _resolver.TurnArticle();
        }
    }

    private void ReadAll()
    {
        var reader = new NameReader(_text);
        var sentence = 0;
        foreach (var line in _outline.Lines)
        {
            if (line.Span.Length == 0)
                continue;
            var last = -1;
            foreach (var name in reader.Read(line.Span))
            {
                while (sentence < _outline.Sentences.Count && _outline.Sentences[sentence].Span.End <= name.Start)
                    sentence++;
                var start = sentence < _outline.Sentences.Count && _outline.Sentences[sentence].Span.Start <= name.Start
                    ? Math.Max(_outline.Sentences[sentence].Span.Start, line.Span.Start)
                    : line.Span.Start;
                _raw.Add((name, line.Kind, last < start));
                last = name.Start;
                NoteWritten(name);
            }
        }
    }

    /// <summary>Remembers the places that a name writes out in full, so that their short forms count too.</summary>
    private void NoteWritten(in RawName name)
    {
        if (name.Places is not [{ Full: true }, ..])
            return;
        foreach (var place in name.Places)
        {
            for (var i = 0; place.Full && i < place.Candidates.Length; i++)
                _written.Add(place.Candidates[i].Code);
        }
    }

    private void Vote(string? source)
    {
        foreach (var (name, _, _) in _raw)
        {
            foreach (var place in name.Places)
            {
                // 长沙: a county of the same name lies in the city.
                if (place is { Full: false, Ordinary: false, Candidates: [{ Level: PlaceLevel.City } city, _, ..] } && AllLieIn(city, place.Candidates))
                    _votes.Add(city, name.Kind == RawKind.Place ? 1 : 2);
                if (place.Candidates is [var only] && (place.Full || only.Level < PlaceLevel.County) && !place.Ordinary)
                    _votes.Add(only, name.Kind == RawKind.Place ? 1 : 2);
            }

            if (name.Places.Length == 0 && name.Inner is { Ordinary: false, Candidates: [{ Level: < PlaceLevel.County } seat] })
                _votes.Add(seat);
            if (name.Places.Length == 0 && name.Town is { } town && Towns.CountiesOf(town) is [var county])
                Vote(Gazetteer.Find(county));
        }

        if (source is not null)
            Vote(Media.HomeOf(source));
        foreach (var line in _outline.Lines)
        {
            if (line.Kind is LineKind.Source or LineKind.Boilerplate && line.Span.Length > 0)
                Vote(Media.HomeOf(_text.AsSpan(line.Span.Start, Math.Min(line.Span.Length, 40))));
        }

        foreach (var line in _outline.Lines)
        {
            if (line.Kind == LineKind.Prose && line.Span.Length > 0)
                Vote(Media.HomeOfDateline(_text.AsSpan(line.Span.Start, line.Span.Length)));
        }

        void Vote(Place? home)
        {
            if (home is not null)
                _votes.Add(home);
        }
    }

    private static bool AllLieIn(Place city, IReadOnlyList<Place> places) => places.All(p => PlaceResolver.Lies(p, city));

    private void Place(in RawName name, bool heading, bool opens)
    {
        // 沈阳市|和平区: the second name lies in the first one, and both are one mention.
        var before = _places.Count > 0 && _places[^1].Span.End == name.Start ? _places[^1] : null;
        var place = before is not null && name.Places is [var inner] ? PlaceResolver.Resolve(inner, before.Place, _tracker.Now, _votes) : _resolver.PlaceOf(name);
        if (place is null || (name.Places is [var written] && !Meant(written, name, place, heading, opens)))
            return;
        if (before is not null && PlaceResolver.Lies(place, before.Place))
            _places.RemoveAt(_places.Count - 1);
        else
            before = null;
        if (place.Level == PlaceLevel.County)
            _tracker.Mention(place);
        var local = name.Town ?? (name.LandmarkCode is null ? null : _text[name.Start..name.End]);
        _places.Add(new(new TextSpan(before?.Span.Start ?? name.Start, name.End), place, local));
        if (Turns(name, place, heading, opens))
        {
            _tracker.Enter(name.Start, place, heading);
            _entered = name.End;
        }
    }

    /// <summary>Whether the text turns to a place that it names on its own.</summary>
    private bool Turns(in RawName name, Place place, bool heading, bool opens)
    {
        var goesOn = name.Start == _entered;
        // 关于汇缴湖北省、|武汉市捐款的公告.
        if (heading && name.Start > 0 && _text[name.Start - 1] == '、')
            return false;
        if (name.LandmarkCode is not null || !(heading || opens || goesOn || (name.Start > 0 && IsScene(name))) || !(StandsAlone(name) || goesOn))
            return false;
        if (!heading && name.Places is [{ Full: false }] && place.Level == PlaceLevel.County && !Gazetteer.IsUnderProvince(place) && !(name.Start > 0 && IsScene(name)))
            return false;
        return heading || _tracker.Now.Narrowest is not { } here || !PlaceResolver.Lies(here, place);
    }

    /// <summary>Whether a short form is meant as the place: cities and provinces unless ordinary words, counties if the document writes them out.</summary>
    private bool Meant(PlaceName written, in RawName name, Place place, bool heading, bool opens)
    {
        if (written.Full || _written.Contains(place.Code) || IsCounted(name))
            return true;
        // “滨城”: a by-name in quotation marks.
        if (place.Level == PlaceLevel.County && name.Start > 0 && _text[name.Start - 1] == '“' && name.End < _text.Length && _text[name.End] == '”')
            return false;
        if (written.Ordinary)
            return heading && Isolated(name);
        return place.Level < PlaceLevel.County || Gazetteer.IsUnderProvince(place) || PlaceResolver.Lies(place, _tracker.Now.City) || (heading && opens);
    }

    /// <summary>化隆、循化|两县: short forms that the count behind them says to be counties.</summary>
    private bool IsCounted(in RawName name)
    {
        var rest = _text.AsSpan(name.End, Math.Min(LongestCountedList, _text.Length - name.End));
        var end = rest.IndexOfAny(",。;\n");
        rest = end < 0 ? rest : rest[..end];
        var count = rest.IndexOfAny("两三四五");
        return count >= 0 && (count == 0 || rest[0] == '、') && count + 1 < rest.Length && rest[count + 1] is '县' or '市' or '区' or '旗';
    }

    private void Actor(in RawName name, bool heading, bool opens)
    {
        if (name.Kind == RawKind.Counted)
        {
            Counted(name);
            return;
        }

        if ((heading || (opens && name.Start > 0 && _text[name.Start - 1] == '【')) && name is { Unnamed: false, Kind: not (RawKind.Collective or RawKind.Person) } && (name.Corporate || name.Actor == ActorKind.Company))
            _resolver.TurnSection();
        var target = IsReached(name.Start);
        if (name.Kind != RawKind.Person && (heading || opens || !target) && (name.Places.Length > 0 || name.Town is not null || IsWorksHeaded(name, heading)) && !AfterListMark(name, opens)
            && _resolver.PlaceOf(name) is { } place && !Abroad(name, place, heading))
            _tracker.Enter(name.Start, place, heading);
        var actors = _resolver.Resolve(name);
        if (name.Kind == RawKind.Person && HomeOf(name) is { } home)
            actors = [actors[0] with { Place = home.Code }];
        if (actors.Count == 0 && name.Unnamed && BodyBefore(name.Start) is { } sister)
            actors = Sisters.Of(_text[name.Start..name.End], name.Actor, sister) is { } other ? [other] : [];
        if (actors.Count == 0 || IsSuperior(name.Start))
            return;
        var (start, joined) = Joined(name, actors);
        // 油田|两级工会: one name.
        if (name.Kind == RawKind.Collective && _actors.Count > 0 && _actors[^1].Span is var body && body.End == start && body.Length == 2)
        {
            _actors.RemoveAt(_actors.Count - 1);
            start = body.Start;
        }

        _actors.Add(new(new TextSpan(start, name.End), name.SubjectEnd, joined));
    }

    /// <summary>某县某镇党支部书记|某某: the county that a person's posts name, or null.</summary>
    private Place? HomeOf(in RawName person) =>
        _places.Count > 0 && _places[^1] is { Place: { Level: PlaceLevel.County } county } near && person.Start - near.Span.End is >= 0 and <= LongestPosts
        && _text.AsSpan(near.Span.End, person.Start - near.Span.End).IndexOfAny(",。;!?") < 0 ? county : null;

    /// <summary>某县总工会、|人社局, 某县总工会联合|人社局: the body that the name is joined to, or null.</summary>
    private Actor? BodyBefore(int start)
    {
        if (_actors.Count == 0 || _actors[^1] is not { Actors: [.., var last] } before || before.SubjectEnd != before.Span.End || before.Span.End >= start)
            return null;
        return _text.AsSpan(before.Span.End, start - before.Span.End) is "、" or "和" or "与" or "及" or "联合" or "会同" or "携手" or "、联合" ? last : null;
    }

    /// <summary>武宁、修水两县总工会: the unions of the places right before.</summary>
    private void Counted(in RawName name)
    {
        var all = new List<Actor>();
        var start = name.Start;
        var core = _text[name.CoreStart..name.End] is "工会" ? "总工会" : _text[name.CoreStart..name.End];
        while (_places.Count > 0 && _places[^1] is { Local: null } before && before.Span.End == start)
        {
            _places.RemoveAt(_places.Count - 1);
            all.Insert(0, new(OfficialNames.Of(before.Place.Name, core), before.Place.Code, name.Actor));
            start = before.Span.Start;
            if (start == 0 || _text[start - 1] is not ('、' or '和' or '与'))
                break;
            start--;
        }

        if (all.Count > 0)
            _actors.Add(new(new TextSpan(start, name.End), name.SubjectEnd, all));
    }

    /// <summary>武宁、修水县总工会, 市、区总工会: places of a list share the body that stands after the last one.</summary>
    private (int Start, IReadOnlyList<Actor> Actors) Joined(in RawName name, IReadOnlyList<Actor> actors)
    {
        if (actors is not [{ Kind: ActorKind.Union } last] || last.Place is not { } code || Gazetteer.Find(code) is not { } place)
            return (name.Start, actors);
        var start = name.Start;
        if (start == 0 || _text[start - 1] is not ('、' or '和' or '及' or '与'))
            return (start, actors);
        var all = new List<Actor>(actors);
        if (name.Town is not null && (last.Name.EndsWith(name.Town + "总工会", StringComparison.Ordinal) || last.Name.EndsWith(name.Town + "工会", StringComparison.Ordinal)))
        {
            var core = last.Name.EndsWith("总工会", StringComparison.Ordinal) ? "总工会" : "工会";
            while (_places.Count > 0 && _places[^1] is { Local: [.., '街' or '道' or '镇' or '乡'] local } before && before.Span.End == start - 1 && _text[start - 1] is '、' or '和')
            {
                _places.RemoveAt(_places.Count - 1);
                start = before.Span.Start;
                all.Insert(0, new Actor(local + core, before.Place.Code, ActorKind.Union));
            }
        }

        if (last.Name != OfficialNames.UnionOf(place.Name))
            return (start, all);
        while (start > 1 && _text[start - 1] is '、' or '和' or '及' or '与')
        {
            if (_places.Count > 0 && _places[^1] is { Local: null } before && before.Span.End == start - 1 && (before.Place.Level == place.Level || name.Level is not null || PlaceResolver.Lies(place, before.Place)))
            {
                _places.RemoveAt(_places.Count - 1);
                start = before.Span.Start;
                all.Insert(0, UnionOf(before.Place));
            }
            else if (name.Level is not null && (start == 2 || !char.IsLetter(_text[start - 3])) && _text[start - 2] is '省' or '市' && _tracker.Level(_text[(start - 2)..(start - 1)]) is { } higher)
            {
                start -= 2;
                all.Insert(0, UnionOf(higher));
            }
            else
            {
                break;
            }
        }

        return (start, all);
    }

    private static Actor UnionOf(Place place) => new(OfficialNames.UnionOf(place.Name), place.Code, ActorKind.Union);

    private bool AfterListMark(in RawName name, bool opens) => !opens && name.Start > 0 && _text[name.Start - 1] is '、';

    /// <summary>Whether a place opens a clause and no list: 1月26日,某市出现…, a heading 某省 某市; not 支援某省, not 某市、某市等地.</summary>
    private bool StandsAlone(in RawName name) =>
        (name.Start == 0 || !char.IsLetter(_text[name.Start - 1]) || IsScene(name)) && (name.End == _text.Length || _text[name.End] is not '、' and not '等') && !_text.AsSpan(name.End).StartsWith("加油", StringComparison.Ordinal);

    /// <summary>在某县,县总工会…, 在灾情最重的某县,…: where what follows plays.</summary>
    private bool IsScene(in RawName name)
    {
        if (name.End >= _text.Length || _text[name.End] != ',')
            return false;
        var at = name.Start - 1;
        while (at > 0 && name.Start - at <= LongestScene && char.IsLetter(_text[at - 1]))
            at--;
        return _text[at] == '在' && (at == name.Start - 1 || _text.AsSpan(at, name.Start - at).Contains('的'));
    }

    /// <summary>Whether nothing is joined to the place on either side.</summary>
    private bool Isolated(in RawName name) =>
        (name.Start == 0 || !char.IsLetter(_text[name.Start - 1])) && (name.End == _text.Length || !char.IsLetter(_text[name.End]));

    /// <summary>A headline about a works whose seat is known: what follows plays there.</summary>
    private static bool IsWorksHeaded(in RawName name, bool heading) => heading && name.LandmarkCode is not null && name.Actor is ActorKind.Union or ActorKind.Company;

    /// <summary>A company's name opens with a province or city without the text going there.</summary>
    private bool Abroad(in RawName name, Place place, bool heading) =>
        name.LandmarkCode is null && !(heading && place.Level == PlaceLevel.County && _tracker.Now.Narrowest is { } around && PlaceResolver.Lies(place, around)) && (name.Corporate || name.Actor is ActorKind.Company or ActorKind.Institution) && (PlaceResolver.Lies(_tracker.Now.Narrowest ?? place, place) || _tracker.Now.Narrowest is not null);

    /// <summary>来源:某市工会网 behind a headline: who printed it.</summary>
    private bool IsSource(int start) => start > 2 && _text[start - 1] is ':' or '：' && _text.AsSpan(start - 3, 2) is "来源" or "稿源" or "供稿";

    /// <summary>隶属某市总工会的…: the body above the one that acts.</summary>
    private bool IsSuperior(int start) => _text.AsSpan(0, start).EndsWith("隶属", StringComparison.Ordinal) || _text.AsSpan(0, start).EndsWith("隶属于", StringComparison.Ordinal);

    /// <summary>向某市总工会, 拨付某市红十字会: whom the sentence reaches.</summary>
    private bool IsReached(int start) => start > 0 && (Prepositions.Contains(_text[start - 1]) || (start > 1 && Reaching.Contains(_text.AsSpan(start - 2, 2))));
}
