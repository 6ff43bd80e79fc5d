namespace Ingest.Core.Extraction.Recognising;

/// <summary>What a word of the lexicons does in a clause; a word may do several things. The names are those of the data files.</summary>
[Flags]
internal enum WordClass : long
{
    /// <summary>Nothing of its own: read so that its parts are not taken for words.</summary>
    Plain = 0,

    // Verbs (acts.txt)
    /// <summary>Hands something over: 送去, 发放.</summary>
    Give = 1L << 0,
    /// <summary>Furnishes a place: 配备, 添置.</summary>
    Equip = 1L << 1,
    /// <summary>Moves money: 拨付, 列支, 筹集.</summary>
    Allocate = 1L << 2,
    /// <summary>Buys: 采购, 购置.</summary>
    Buy = 1L << 3,
    /// <summary>Gives as a donor, or collects gifts: 捐赠, 募集.</summary>
    Donate = 1L << 4,
    /// <summary>Visits and comforts: 慰问, 看望.</summary>
    Visit = 1L << 5,
    /// <summary>Puts a text into the world: 印发, 发布.</summary>
    Issue = 1L << 6,
    /// <summary>Starts, holds or builds: 开通, 举办, 建立.</summary>
    Launch = 1L << 7,
    /// <summary>Gets or gives back: 追回, 退还, 减免.</summary>
    Recover = 1L << 8,
    /// <summary>Does a service: 办理, 调解, 接听.</summary>
    Handle = 1L << 9,
    /// <summary>Sends people, or people go to work: 选派, 下沉.</summary>
    Send = 1L << 10,
    /// <summary>Honours: 表彰, 授予.</summary>
    Award = 1L << 11,

    // Things (themes.txt, goods.txt, people.txt); the themes of categories are on the word itself
    /// <summary>Money by name: 慰问金.</summary>
    Funds = 1L << 12,
    /// <summary>Money in general: 资金.</summary>
    FundsInGeneral = 1L << 13,
    /// <summary>Goods of any kind: 慰问品.</summary>
    General = 1L << 14,
    /// <summary>Goods by name: 口罩.</summary>
    Named = 1L << 15,
    /// <summary>People who are helped.</summary>
    Group = 1L << 16,
    /// <summary>Makes a group a family: 家属.</summary>
    Kin = 1L << 17,
    /// <summary>People who help: 志愿者, 律师.</summary>
    Helper = 1L << 18,
    /// <summary>Bodies and spots that receive: 企业, 卡点.</summary>
    Unit = 1L << 19,

    // Markers (markers.txt)
    /// <summary>What follows is asked of others: 要求, 强调.</summary>
    Urge = 1L << 20,
    /// <summary>What follows is somebody's speech.</summary>
    Say = 1L << 21,
    /// <summary>Praise and aims.</summary>
    Slogan = 1L << 22,
    /// <summary>Names an act as background: 此前.</summary>
    Past = 1L << 23,
    /// <summary>Carries on from the sentence before.</summary>
    Continue = 1L << 24,
    /// <summary>What follows receives, or is where one goes.</summary>
    Toward = 1L << 25,
    /// <summary>The actor follows: 由.</summary>
    Passive = 1L << 26,
    /// <summary>Joins actors.</summary>
    With = 1L << 27,
    /// <summary>What follows is what the act is for: 用于.</summary>
    Purpose = 1L << 28,

    /// <summary>Tells that people stand where help is needed most: 一线, 援鄂, 医疗队.</summary>
    Front = 1L << 29,

    /// <summary>A body founded for a task: 领导小组, 工作专班.</summary>
    Body = 1L << 30,

    /// <summary>Brings a body into being: 成立, 组建.</summary>
    Found = 1L << 31,

    /// <summary>A run of activities under one name: 系列活动, 专项行动.</summary>
    Series = 1L << 32,

    /// <summary>Offers a service: 提供.</summary>
    Offer = 1L << 33,

    /// <summary>Wishes something of those who are visited: 勉励, 叮嘱.</summary>
    Wish = 1L << 34,

    /// <summary>Goes on with the visit or ceremony told before: 此次, 慰问组.</summary>
    Event = 1L << 35,

    /// <summary>What follows is still to come, and no more than an intention: 下一步, 今后.</summary>
    Future = 1L << 36,

    /// <summary>Measures a sum against another year's: 比上年, 同比.</summary>
    Compare = 1L << 37,

    /// <summary>Sends people of one's own: 选派, 抽调. Those who are sent help and are not helped.</summary>
    Dispatch = 1L << 38,

    /// <summary>A letter to people who are honoured or comforted: 慰问信.</summary>
    Letter = 1L << 39,

    /// <summary>Gathers what people or companies ask for: 收集, 征求.</summary>
    Hear = 1L << 40,

    /// <summary>Opens a campaign, of which more will be told: 启动, 拉开帷幕.</summary>
    Begin = 1L << 41,

    /// <summary>Opens what was built: 启用, 落成.</summary>
    Complete = 1L << 42,

    /// <summary>Finds who will do it, which is told next: 联系, 签约, 请来.</summary>
    Engage = 1L << 43,

    /// <summary>What people are stuck with: 困难, 诉求.</summary>
    Trouble = 1L << 44,

    /// <summary>Tells people what they should know: 普及, 讲解, 宣传.</summary>
    Teach = 1L << 45,

    /// <summary>What they should know: 防疫知识, 防控政策.</summary>
    Lesson = 1L << 46,

    /// <summary>Looks whether rules are kept: 督查, 视察.</summary>
    Inspect = 1L << 47,

    /// <summary>Runs an errand for people who stay at home: 送菜, 买药.</summary>
    Errand = 1L << 48,

    /// <summary>Any verb.</summary>
    AnyAct = Give | Equip | Allocate | Buy | Donate | Visit | Issue | Launch | Recover | Handle | Send | Award,

    /// <summary>Any name of goods.</summary>
    AnyGoods = General | Named,
}
