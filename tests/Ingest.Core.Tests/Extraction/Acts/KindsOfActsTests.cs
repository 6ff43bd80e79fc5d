using Ingest.Core.Extraction;
using Ingest.Core.Reading;

namespace Ingest.Core.Tests.Extraction.Acts;

public sealed class KindsOfActsTests
{
    [Theory]
    [InlineData("3月5日，许昌市总工会累计接收40余家单位和个人捐赠的价值60万元物资，联络12家企业直接向医院捐助了20万元防疫物资。")]
    [InlineData("3月5日，河南省五一劳动奖章获得者、许昌瑞丰纺织集团董事长李建国得知口罩短缺，先后捐赠口罩2万只。")]
    [InlineData("3月5日，中原银行许昌分行得知这项活动后，拿出50万元支持活动。")]
    [InlineData("3月5日，建安区餐饮业商会为防控卡口送去盒饭300份。")]
    [InlineData("3月5日，许昌市红十字会发布接受社会捐赠的公告。")]
    public void Extract_Takes_What_Others_Give_For_A_Donation(string text) => Assert.Equal(Category.Donation, Assert.Single(Measures(text)).Category);

    [Fact]
    public void Extract_Takes_Goods_That_A_Station_Hands_Out_For_Goods() =>
        Assert.Equal(Category.Supplies, Assert.Single(Measures("3月5日，许昌市妇女儿童发展基金会为200名护士发放“安心包”，里面有毛巾、护手霜。")).Category);

    [Fact]
    public void Extract_Takes_Helpers_Told_Of_Right_Before_For_Those_Who_Help()
    {
        var measure = Assert.Single(Measures("3月15日，许昌市总工会的26名志愿者来到采样点。他们辅助医护人员完成检测4300人次。"));
        Assert.Equal(Category.Volunteer, measure.Category);
    }

    [Fact]
    public void Extract_Takes_A_Contract_For_The_Way_To_What_It_Brings()
    {
        var measure = Assert.Single(Measures("1月9日，许昌市总工会联系3家配餐企业，为采样人员每天供应盒饭2600份。"));
        Assert.Equal(Category.Supplies, measure.Category);
    }

    [Theory]
    [InlineData("许昌市总工会召开会议。先后接待过全国21个省份的来客。")]
    [InlineData("许昌市总工会发布消息。参加活动的215家商户经过资质审核。")]
    public void Extract_Finds_No_Help_Where_A_Number_Stands_Without_Actor_Or_Trouble(string text) => Assert.Empty(Measures(text));

    [Theory]
    [InlineData("3月15日，许昌市总工会机关首批22名志愿者赶到建安区的三个小区，搬桌椅、拉警戒线。")]
    [InlineData("许昌市总工会组织劳模抢修队4支86人，昼夜抢修，三天恢复供电台区112个。")]
    [InlineData("许昌市总工会女职工志愿者还为单身职工拆洗被褥240余套、缝补工作服95件。")]
    public void Extract_Takes_What_Helpers_Come_To_Do_For_Volunteering(string text) => Assert.Equal(Category.Volunteer, Assert.Single(Measures(text)).Category);

    [Theory]
    [InlineData("许昌市总工会利用班前会、电子屏普及防疫知识。", Category.Publicity)]
    [InlineData("许昌市总工会推出灞陵河景区职工游，外地职工可享门票半价。", Category.Culture)]
    [InlineData("许昌市总工会为1200名快递员缴纳当年医疗互助金。", Category.Insurance)]
    [InlineData("7月起，许昌市总工会分批组织抗疫人员410名，分赴桂林、北海等地疗休养。", Category.Recuperation)]
    [InlineData("截至2月4日，许昌市总工会累计专项资金286万元。", Category.Funds)]
    [InlineData("许昌市总工会组织心理专家录制微课12期。", Category.Psych)]
    [InlineData("许昌市总工会为援沪医护人员的孩子开办“爱心托管班”。", Category.Family)]
    [InlineData("许昌市总工会“关爱保”计划惠及1.6万名户外劳动者。", Category.Insurance)]
    [InlineData("许昌市总工会为滞留的农民工送上电影大餐，放映电影26场。", Category.Culture)]
    [InlineData("许昌市总工会开展安全生产月宣传咨询活动，发放资料6000份。", Category.Publicity)]
    [InlineData("许昌市总工会职工志愿者到敬老院打扫卫生。", Category.Volunteer)]
    [InlineData("许昌市总工会联合8家企业推出“共享员工”，调剂用工860人。", Category.Employment)]
    [InlineData("3月5日，建安区的群众自发背来南瓜400余个、鸡蛋3000枚。", Category.Donation)]
    [InlineData("许昌市总工会在环卫驿站增设饮水机4台、急救药箱9个。", Category.Supplies)]
    [InlineData("许昌市总工会倡议全市职工少聚会、勤通风、戴口罩。", Category.Publicity)]
    [InlineData("许昌市总工会推出“八个一”关爱举措。", Category.Policy)]
    [InlineData("许昌市总工会把技能课搬到线上，3600名职工居家学习。", Category.Training)]
    [InlineData("许昌市总工会把职工之家改成医护人员休息室。", Category.Facility)]
    [InlineData("许昌市总工会的“解忧热线”全天候值守，10名咨询师轮流接线。", Category.Psych)]
    [InlineData("2021年7月21日，许昌市防汛抗旱指挥部将防汛应急响应提升至Ⅰ级。", Category.Policy)]
    [InlineData("许昌市红十字会发放家庭包600个。", Category.Supplies)]
    [InlineData("许昌市总工会搞了一场“宅家运动会”，6800名职工晒视频。", Category.Culture)]
    [InlineData("许昌市总工会给滞留在外地的46名职工每人转去800元。", Category.Funds)]
    [InlineData("许昌市总工会深入36家企业走访调研，帮助企业解决融资等难题86个。", Category.Enterprise)]
    [InlineData("许昌市总工会举办抗疫主题征文。活动启动以来，收到作品1260篇，评出一等奖12篇。", Category.Culture)]
    [InlineData("许昌市总工会成立心理援助服务队。26名志愿咨询师在线为职工疏导情绪，服务860人次。", Category.Psych)]
    [InlineData("许昌市总工会开展“根治欠薪”行动。成立6个工作组，走访工地86个，帮助212名农民工追回工资360万元。", Category.Rights)]
    [InlineData("许昌市各级劳模踊跃捐款捐物。截至3月1日，共捐款186万元，捐赠口罩12万只。", Category.Donation)]
    [InlineData("许昌市3600名职工志愿者响应号召，参与社区防控。", Category.Volunteer)]
    [InlineData("许昌市总工会发布消息。目前已返还企业326家，金额160万元。", Category.Enterprise)]
    [InlineData("许昌市总工会号召会员，募集防护服1360套、手套2.2万双。", Category.Donation)]
    [InlineData("许昌市红十字会向各医院分发捐赠口罩12万只。", Category.Supplies)]
    [InlineData("许昌市总工会志愿者上门服务，为孤寡老人买菜送药，上门560余次。", Category.Volunteer)]
    [InlineData("3月1日，禹州市劳模志愿服务队走进工地，为企业免费检修电路。", Category.Volunteer)]
    [InlineData("许昌市总工会干部职工发起网上捐款，共筹得资金6300元。", Category.Donation)]
    [InlineData("许昌市总工会依托5个户外劳动者驿站24小时供应热饭、热水。", Category.Facility)]
    [InlineData("许昌市总工会以公众号为主要阵地，推送《银发先锋》等文章21篇。", Category.Publicity)]
    [InlineData("许昌市总工会主席介绍说，市总工会安排230名义工上门协助老人。", Category.Volunteer)]
    [InlineData("许昌市各级工会消费扶贫金额达到860万元。", Category.Consumption)]
    [InlineData("3月3日，劳模李建国捐赠口罩1万只，并让出职工公寓120间。", Category.Donation)]
    [InlineData("3月3日，长葛市老兵赵建民连夜赶做馒头800个。", Category.Donation)]
    [InlineData("许昌市总工会给86户援鄂医务人员家庭每家安一名联络员。", Category.Family)]
    [InlineData("许昌市总工会包了12辆大巴，把380名老乡送到厂门口。", Category.Employment)]
    [InlineData("建安区总工会的干部挨家挨户把蔬菜包放到隔离职工门口。", Category.Supplies)]
    [InlineData("许昌德通公司掏出30万元支持抗疫。", Category.Donation)]
    [InlineData("许昌市总工会60多名干部顶风冒雪守在12个小区门口。", Category.Volunteer)]
    [InlineData("许昌市总工会设的心理热线4条，白天黑夜都有人听。", Category.Psych)]
    [InlineData("许昌市总工会向河源市总工会捐助30万元。", Category.Funds)]
    [InlineData("6月12日，许昌市总工会举行关爱行动启动仪式，现场为620名外卖员赠送意外伤害保险。", Category.Insurance)]
    [InlineData("6月12日，许昌市总工会启动“暖途”主题活动，首批投入资金60万元。", Category.Funds)]
    [InlineData("许昌市总工会在受灾乡镇设立“职工帐篷之家”6个，为职工提供充电、读书服务。", Category.Facility)]
    [InlineData("6月12日，许昌市总工会派出由6名医生组成的医疗小分队，携带药品赶赴河源。", Category.Volunteer)]
    [InlineData("许昌市总工会为家在封控小区的46名保电职工家属代购菜和药。", Category.Family)]
    [InlineData("许昌市总工会办了8期月嫂班，260名女工拿到证书。", Category.Training)]
    [InlineData("许昌市总工会为贵州医疗队的142名队员送去两菜一汤。", Category.Supplies)]
    [InlineData("许昌市总工会正式启动“稳岗留工暖心”专项行动。", Category.Policy)]
    [InlineData("2022年3月1日，许昌市总工会动员职工响应号召，帮助医护人员搬运物资、维持秩序。", Category.Volunteer)]
    [InlineData("3月2日起，许昌市总工会组成6个调研组走访企业83家，收集困难问题112个。", Category.Policy)]
    [InlineData("许昌市总工会举办职工防疫知识线上有奖竞答，吸引4.6万人次参与。", Category.Publicity)]
    [InlineData("许昌市总工会发出倡议书，号召大家就近参与志愿服务。", Category.Publicity)]
    [InlineData("许昌市总工会在公众号开设“云上年味”专栏，播出线上健身课12期。", Category.Culture)]
    [InlineData("许昌市总工会组织3支志愿队，为双职工家庭照看孩子。", Category.Volunteer)]
    [InlineData("8月2日，许昌市慈善总会在网上上线“驰援洪灾”慈善项目。", Category.Donation)]
    [InlineData("许昌市妇联发动女能人做起“爱心厨房”，每天给卡点送去热饭。", Category.Supplies)]
    [InlineData("许昌市总工会先后分三批下拨资金，第一批50万元，第二批80万元。", Category.Funds)]
    [InlineData("2月5日，许昌市总工会的第一批慰问金6.8万元发放到位。", Category.Funds)]
    [InlineData("许昌市总工会选派108名干部进驻企业，解决实际困难236个。", Category.Enterprise)]
    [InlineData("许昌市总工会发放稳岗补贴，支持企业留工稳岗，惠及职工5600人。", Category.Enterprise)]
    [InlineData("许昌市总工会开放职工文体中心作为临时安置点，安置群众320人。", Category.Facility)]
    [InlineData("许昌市总工会在服务区设立爱心餐车，每天免费供应热餐600份。", Category.Facility)]
    [InlineData("3月5日，许昌瑞丰商贸有限公司捐款2万元，购买口罩5000只。", Category.Donation)]
    [InlineData("许昌市总工会工作有序。职工心理驿站接待来访职工120人次。", Category.Psych)]
    [InlineData("许昌市总工会包车接回外出务工人员320名。", Category.Employment)]
    [InlineData("2022年3月1日，许昌市总工会干部职工到包联小区清理垃圾、消毒楼道。", Category.Volunteer)]
    [InlineData("许昌市总工会的15名党员每天在路口劝导车辆、登记信息。", Category.Volunteer)]
    [InlineData("许昌市工人文化宫腾出房间36间，作为医疗队驻地。", Category.Facility)]
    [InlineData("许昌市总工会把职工疗养院改造成隔离点，提供床位120张。", Category.Facility)]
    [InlineData("许昌市总工会组织一线职工免费体检560人。", Category.Recuperation)]
    [InlineData("许昌市总工会组织文艺小分队到工地演出8场。", Category.Culture)]
    [InlineData("许昌市总工会派出4个督查组，对56家企业防疫情况进行检查。", Category.Policy)]
    [InlineData("许昌市总工会得知货车要排队，8月17日派人给24名司机送去盒饭。", Category.Supplies)]
    [InlineData("3月5日，许昌市应急管理局下拨的1500张折叠床到达建安区。", Category.Supplies)]
    [InlineData("3月5日，许昌市总商会捐赠的两车饮料整装出发，驰援武汉。", Category.Donation)]
    [InlineData("3月5日，建安区种植户李大海拿出卖蒜的1万元，支持抗疫。", Category.Donation)]
    [InlineData("许昌市总工会印发通报，对12个基层工会、45名工会干部予以通报表扬。", Category.Commendation)]
    [InlineData("许昌市总工会将两部座机改为心理咨询热线，由9名咨询师轮流接听。", Category.Psych)]
    [InlineData("许昌市妇联在南关街道开出“爱心妈妈”热线，首日接听来电19个。", Category.Psych)]
    [InlineData("许昌市总工会开通线上问诊群，25名医生轮流在线，3天答复咨询410余条。", Category.Publicity)]
    [InlineData("许昌市总工会开设科学防疫“云课堂”12期。", Category.Publicity)]
    [InlineData("许昌市总工会文学社创作快板、诗歌、短视频136件。", Category.Culture)]
    [InlineData("许昌市总工会在小程序上线“清凉券”，7月15日起每天发放500张。", Category.Consumption)]
    [InlineData("许昌市132家户外劳动者驿站春节期间不打烊，每天为环卫工人供应热汤热茶。", Category.Facility)]
    [InlineData("许昌市总工会为95个工会驿站配备口罩、药箱各1个。", Category.Supplies)]
    [InlineData("许昌市总工会派出挖掘机4台，协助乡镇清理道路塌方12处。", Category.Volunteer)]
    [InlineData("许昌市总工会请来志愿者给老人拍全家福45张。", Category.Culture)]
    [InlineData("许昌市总工会开展防疫检查，查出隐患23处，当场整改19处。", Category.Policy)]
    [InlineData("许昌市总工会送温暖活动将覆盖2.4万余人次，预计资金724万余元。", Category.Funds)]
    [InlineData("许昌市总工会从6家合作社集中选购香菇、木耳等农产品，装配成礼包送往26家企业。", Category.Consumption)]
    [InlineData("许昌市总工会给32户援鄂医护人员家庭每周送去一次“爱心菜篮”。", Category.Family)]
    [InlineData("许昌市总工会资助1000名快递员报读大专、本科，每人补助1500元。", Category.Training)]
    [InlineData("2022年3月2日，许昌市总工会在产业园摆摊4天，提供义剪、义诊、手机维修。", Category.Volunteer)]
    [InlineData("3月5日，许昌市总工会联合有关部门向会员派发景区优惠券5万张。", Category.Consumption)]
    [InlineData("许昌市总工会组建的博爱救援队28名队员义务为小区喷洒消毒。", Category.Volunteer)]
    [InlineData("2月1日至9日，许昌市总工会举办“写春联、送祝福”活动40场，送出春联、福字2万幅。", Category.Culture)]
    [InlineData("建安区总工会心理热线24小时在线，由12名心理咨询师为受灾职工提供心理疏导。", Category.Psych)]
    public void Extract_Names_The_Kind_Of_A_Service(string text, Category category) => Assert.Equal(category, Assert.Single(Measures(text)).Category);

    [Theory]
    [InlineData("许昌市总工会筹集资金28万元，并号召企业为环卫工人捐赠口罩1.2万个。", Category.Funds, Category.Donation)]
    [InlineData("许昌市总工会为职工提供法律咨询58人次，代写法律文书12份；办结欠薪投诉6件，为31名农民工追回工资42.8万元。", Category.Rights, Category.Rights)]
    [InlineData("许昌市总工会为14名援鄂队员办理意外伤害保险，向每名队员发放慰问金2000元。", Category.Insurance, Category.Funds)]
    [InlineData("许昌市总工会与56户援鄂医务人员家庭结对；组织志愿者186人参与社区防控。", Category.Family, Category.Volunteer)]
    [InlineData("许昌市总工会在环卫驿站增设饮水机4台，并于7月18日为环卫工人送去矿泉水210箱。", Category.Supplies, Category.Supplies)]
    [InlineData("许昌市总工会入户走访困难职工7户；春节期间发放慰问金6.8万元。", Category.Visit, Category.Funds)]
    [InlineData("许昌市总工会向全市职工发布《致外来务工人员的倡议书》。市总工会还赠送《防疫知识手册》6000册。", Category.Publicity, Category.Publicity)]
    [InlineData("2022年4月，许昌市总工会组织120名志愿者参与核酸采样，为280名网格员购买意外险。", Category.Volunteer, Category.Insurance)]
    [InlineData("2022年3月，许昌市总工会办了三件事：给卡口送去姜茶800杯；替34名骑手垫付隔离费2.6万元。", Category.Supplies, Category.Funds)]
    [InlineData("2022年4月，许昌市总工会抽调30多人分批到社区协助工作，同时开通“向日葵”心理热线2条。", Category.Volunteer, Category.Psych)]
    [InlineData("许昌市总工会划拨140万元，用于慰问坚守岗位的职工；对52户援鄂医护人员家庭开展上门走访。", Category.Funds, Category.Family)]
    [InlineData("2022年4月，许昌市总工会主席看望慰问一线民警。本次行动共募集到6家企业捐赠的价值17万元物资。", Category.Visit, Category.Donation)]
    public void Extract_Keeps_Two_Acts_Apart(string text, Category first, Category second) => Assert.Equal([first, second], Measures(text).Select(static m => m.Category));

    [Fact]
    public void Extract_Takes_The_Parts_Of_A_Sum_For_No_Acts_Of_Their_Own()
    {
        var measure = Assert.Single(Measures("1月30日，许昌市总工会向医务工作者送上慰问金26万元。其中，省总工会拨付专项慰问金12万元，许昌市总工会配套14万元。"));
        Assert.Equal(3, measure.Money.Count);
    }

    [Fact]
    public void Extract_Makes_One_Measure_Of_A_List_Of_Gifts_That_Somebody_Received()
    {
        var measure = Assert.Single(Measures("截至3月2日，许昌市红十字会接收许昌瑞丰种业有限公司捐款4万元，接收许昌恒大燃气有限公司捐款6万元；接收许昌胖东来商贸有限公司捐赠方便面540箱。"));
        Assert.Equal(["许昌市红十字会"], measure.Orgs);
        Assert.Equal(Category.Donation, measure.Category);
        Assert.Equal(2, measure.Money.Count);
    }

    [Fact]
    public void Extract_Takes_Each_Donor_That_A_Sum_Lists_By_Name_For_A_Giver()
    {
        var measures = Measures("截至2022年4月8日，泰安市红十字会共接收捐赠物资价值38万元。其中，泰安银河食品有限公司捐赠面包2000箱；岱岳区山口镇张家庄村村民捐赠白菜3吨。全部物资已送到12个封控小区。");
        Assert.Equal([Category.Donation, Category.Donation, Category.Donation, Category.Supplies], measures.Select(static m => m.Category));
        Assert.Equal(["泰安市红十字会", "泰安银河食品有限公司", "泰安市红十字会"], measures.Where(static m => m.Orgs[0].StartsWith("泰安", StringComparison.Ordinal)).Select(static m => m.Orgs[0]));
        Assert.All(measures.Take(3), static m => Assert.Equal("2022-04-08", m.Date?.ToString()));
        Assert.Single(Measures("截至2022年4月8日，泰安市红十字会共接收捐款86万元，其中单位捐款60万元，个人捐款26万元。"));
    }

    [Fact]
    public void Extract_Leaves_Out_The_Visit_That_Only_Announces_The_Gifts()
    {
        var measures = Measures("许昌市总工会迅速行动，慰问一线职工。\n建安区总工会为环卫工人送去矿泉水200箱。");
        Assert.Equal(Category.Supplies, Assert.Single(measures).Category);
    }

    [Fact]
    public void Extract_Keeps_A_Head_Whose_Small_Number_Comes_Again_By_Chance()
    {
        var measures = Measures("许昌市总工会推出“工会伴你过大年”系列活动，为职工办好六件实事。\n市总工会免费开放体育馆6家，为职工送去电影票500张。");
        Assert.Equal(Category.Policy, measures[0].Category);
    }

    [Theory]
    [InlineData("据介绍，许昌市各县区一线的值守人员和医护人员都在慰问之列。")]
    [InlineData("3月5日，许昌市总工会主席走访企业，了解复工复产情况。")]
    [InlineData("许昌市4家企业工会响应倡议，行动迅速。")]
    [InlineData("许昌市总工会办公楼每天早中晚消杀三次。")]
    [InlineData("许昌市红十字会在公众号公示捐款收支，接受监督。")]
    [InlineData("家里有老人要照料的，登记造册。")]
    [InlineData("3月5日，许昌市总工会职工听说县城蔬菜供应紧张，十分着急。")]
    [InlineData("“多亏工会当天就送来了被子。”")]
    [InlineData("许昌市总工会聚焦主责主业，坚持资金下沉、物资下沉、人员下沉。")]
    [InlineData("许昌市各级工会发挥桥梁作用，把慰问送到卡口、隔离点。")]
    [InlineData("据了解，许昌市总工会下一轮职工消费活动将于本月底启动。")]
    [InlineData("这一年，大家忙个不停：义务植树、敬老助学、清扫积雪……")]
    [InlineData("在许昌市总工会的积极倡议下，各行各业纷纷行动。")]
    [InlineData("现将许昌市红十字会接收捐赠情况公示如下。")]
    [InlineData("这是许昌市总工会关爱职工的一个缩影。")]
    [InlineData("倡议书发出后，许昌市各级工会积极响应。")]
    [InlineData("许昌市慈善总会建立了捐赠款物公示制度。")]
    [InlineData("许昌市总工会成立疫情防控领导小组，加大组织协调力度。")]
    [InlineData("许昌市总工会多方筹集一批医用口罩。")]
    [InlineData("首页新闻时政许昌市总工会评论文化公益教育娱乐体育")]
    [InlineData("许昌市总工会主席带队到企业，详细了解3个车间生产情况。")]
    [InlineData("图为许昌市总工会志愿者为职工送去蔬菜。")]
    [InlineData("受灾人口2万人，全市启动防汛三级应急响应。")]
    [InlineData("许昌市民政局将对救灾款物使用情况进行督查。")]
    [InlineData("许昌市各级工会也将安排专项资金，开展春节慰问。")]
    public void Extract_Finds_No_Act_In_Words_That_Only_Look_Like_One(string text) => Assert.Empty(Measures(text));

    [Theory]
    [InlineData("许昌市总工会共归集各类资金186.5万元，用于慰问一线防控人员。", Category.Funds)]
    [InlineData("许昌市总工会另开通两条情绪支援热线，由六名社工轮班接听。", Category.Psych)]
    [InlineData("许昌市总工会安排二百三十名义工分阶段上门协助领取。", Category.Volunteer)]
    [InlineData("许昌市各级工会已接返务工人员1264人。", Category.Employment)]
    [InlineData("许昌市总工会原创推送《夫妻档上阵》等文章21篇。", Category.Publicity)]
    [InlineData("许昌市总工会把职工之家腾出来作为交警的临时休息点，设床位46张。", Category.Facility)]
    [InlineData("许昌市总工会还在港区设了返岗工人接待站，提供热水热饭、临时休息。", Category.Facility)]
    [InlineData("许昌市总工会给收费站检疫点挪去移动板房1间、电暖气4台。", Category.Supplies)]
    [InlineData("许昌市总工会已将全国总工会下拨的682万元专项帮扶资金用于对8.1万户困难职工的救助。", Category.Funds)]
    [InlineData("许昌市总工会为138名农民工提前结清工资207万元。", Category.Rights)]
    [InlineData("许昌市总工会为有需要帮助的职工提供免费心理咨询。", Category.Psych)]
    [InlineData("许昌市总工会制订出台14条加强疫情防控的特别要求、9条闭环管理措施。", Category.Policy)]
    [InlineData("许昌市总工会按每人1000元的标准，慰问18名特困教师。", Category.Funds)]
    [InlineData("许昌市工商联组织14家会员企业为安置点送去盒饭4200份。", Category.Donation)]
    [InlineData("许昌市总工会拿出26万元，为1300名外卖骑手各办一份团体意外险。", Category.Insurance)]
    [InlineData("对返岗的务工人员，许昌市总工会给予每人200元交通补贴。", Category.Employment)]
    [InlineData("许昌市总工会将闲置票亭改造成“衣物消毒间”3个。", Category.Facility)]
    [InlineData("第二笔防控资金218万元由许昌市总工会下拨到了各县。一是向各县总工会划拨132万元；二是向卫健系统工会划拨86万元。", Category.Funds)]
    [InlineData("为动员各级工会助力疫情防控，许昌市总工会迅速行动，列支首批80万元专项资金，拨付给重点部门。", Category.Funds)]
    [InlineData("许昌市總工會(huì)向該院下?lián)?萬元抗疫慰問經費。", Category.Funds)]
    [InlineData("许昌市总工会腾出学校3间教室，供居民做核酸检测。", Category.Facility)]
    [InlineData("许昌市总工会利用网站推送防疫知识和政策措施，共发布信息76条。", Category.Publicity)]
    [InlineData("许昌市总工会志愿者携生活物资前往学校慰问抗洪官兵。", Category.Supplies)]
    [InlineData("许昌市总工会组织城区女快递员免费体检，612人参加。", Category.Recuperation)]
    [InlineData("许昌市总工会在高铁站口设咨询台1处、歇脚点3个。", Category.Facility)]
    [InlineData("许昌市总工会在采样点搭起遮阳棚8个。", Category.Facility)]
    [InlineData("许昌市总工会开放工人文化宫作为临时安置点，安置受灾群众520人。", Category.Facility)]
    [InlineData("许昌市总工会组织“云上迎新春”歌咏比赛，收到作品326件，评出一等奖6名。", Category.Culture)]
    [InlineData("许昌制药有限公司购买了10万个口罩，并免费发放给许昌市各学校。", Category.Donation)]
    [InlineData("许昌市总工会看望慰问抗洪一线职工，对他们的付出表示敬意，并送上慰问品。", Category.Supplies)]
    [InlineData("2022年3月26日，在许昌市总工会牵线下，7家企业给方舱工地送去盒饭2600份。", Category.Donation)]
    [InlineData("许昌市总工会退给126家小企业工会经费58万元。", Category.Enterprise)]
    [InlineData("许昌市民政局足额发放各类保障金9.28亿元。", Category.Funds)]
    [InlineData("2021年8月，许昌市慈善协会资助大学新生58人，每人3000元。", Category.Funds)]
    [InlineData("2022年11月，许昌市总工会腾出培训楼，给支援医疗队86人住。", Category.Facility)]
    [InlineData("2014年1月19日，因女儿生病而生活困难的潘老师，得到了许昌市教育工会送来的慰问金。", Category.Funds)]
    [InlineData("2020年2月17日，许昌市总工会的社工们全员出动，加入到基层防疫一线。", Category.Volunteer)]
    [InlineData("2022年4月3日，许昌市总工会发出倡议，号召各级劳模捐款捐物。", Category.Donation)]
    [InlineData("2022年4月3日，许昌市总工会购进口罩5万只，分送到各厂矿的车站和食堂。", Category.Supplies)]
    [InlineData("2022年4月，许昌市总工会送去大米30袋，并给每户发放救助金500元。", Category.Funds)]
    [InlineData("许昌市总工会拨付专项资金80万元，按每人100元标准为驻守职工添置被褥。", Category.Funds)]
    [InlineData("2020年2月，许昌市劳动模范张志强主动请缨担任社区志愿者。", Category.Volunteer)]
    [InlineData("2021年8月，许昌市总工会发动各级工会组建志愿服务队86支，队员1900余人。", Category.Volunteer)]
    [InlineData("2022年4月，许昌市总工会联合2家餐饮企业，为执勤人员供应盒饭600份。", Category.Supplies)]
    [InlineData("许昌市总工会组织80名志愿者开展物资运送、环境消杀等志愿服务。", Category.Volunteer)]
    [InlineData("对赴一线的9名医生家属，许昌市总工会安排专人一对一联系，代买药品。", Category.Family)]
    [InlineData("许昌金谷乳业有限公司腾出一层厂房作为物资仓库。", Category.Donation)]
    [InlineData("河南金谷乳业公司组织20辆卡车，装载牛奶8万箱驶往许昌。", Category.Donation)]
    [InlineData("许昌市总工会对稳产保供的26家小微企业每家补贴3000元。", Category.Enterprise)]
    [InlineData("对春节期间不停产的企业，许昌市总工会按每家2万元给予一次性奖补。", Category.Enterprise)]
    [InlineData("许昌市总工会为18家企业工会各补助工作经费5000元。", Category.Funds)]
    [InlineData("襄城县总工会向46户个体工商户发放复工补助每户1000元。", Category.Enterprise)]
    [InlineData("许昌市总工会在直播间开设劳动法律大讲堂6期。", Category.Rights)]
    [InlineData("鄢陵县总工会替38名农民工要回、追讨劳务费62万元。", Category.Rights)]
    [InlineData("许昌市总工会帮助货车司机讨回运费17.6万元。", Category.Rights)]
    [InlineData("许昌市总工会心理关爱热线全天开通，安排12名心理咨询师轮流接听。", Category.Psych)]
    [InlineData("鄢陵县总工会开通倾诉热线，招募8名咨询师每晚值守。", Category.Psych)]
    [InlineData("襄城县总工会在国道沿线设立热水供应点9个。", Category.Facility)]
    [InlineData("许昌市总工会设立爱心物资领取点6处。", Category.Facility)]
    [InlineData("许昌市总工会包下返乡大巴12辆，免费送农民工430名回家过年。", Category.Facility)]
    [InlineData("许昌市总工会包下大巴12辆，从省外接回返岗工人430名。", Category.Employment)]
    [InlineData("灵井铝矿向安置点捐赠棉被300床。", Category.Donation)]
    [InlineData("五女店镇烧饼摊经营户自发为值守人员捐款6800元。", Category.Donation)]
    [InlineData("许昌市总工会向全市职工发出《情系灾区爱心捐款倡议书》。", Category.Donation)]
    [InlineData("许昌市总工会发出倡议，号召劳模工匠捐款捐物。", Category.Donation)]
    [InlineData("许昌市总工会组织工会干部为52户一线职工家庭代买米面、接送老人看病。", Category.Family)]
    [InlineData("许昌市总工会志愿者每晚给援鄂队员子女辅导功课。", Category.Family)]
    [InlineData("许昌市总工会组织36名志愿者为封控小区居民代买蔬菜、送药上门。", Category.Volunteer)]
    [InlineData("建安区总工会为46名隔离职工代购牛奶46箱、蔬菜包46份。", Category.Supplies)]
    [InlineData("建安区总工会协调解决口罩3万只，交给园区12家企业。", Category.Supplies)]
    [InlineData("建安区总工会组织党员车队18辆，义务运送蔬菜、药品。", Category.Volunteer)]
    [InlineData("建安区总工会在采样点架起大锅，每天供应热粥600份。", Category.Supplies)]
    [InlineData("建安区总工会在高速路口支起餐车，每天供应盒饭500份。", Category.Supplies)]
    [InlineData("许昌市各级工会累计投入防汛救灾资金和物资折合368万元。", Category.Funds)]
    [InlineData("许昌市红十字会拨付捐款86万元给3家定点医院。", Category.Funds)]
    [InlineData("建安区总工会组织退休职工28人组成“红马甲”巡查队，每天入户劝导。", Category.Volunteer)]
    [InlineData("建安区总工会抽调16名干部成立3个服务小组，下沉小区排查登记。", Category.Volunteer)]
    [InlineData("建安区总工会开通“双职工帮帮线”，为63户双职工家庭代管孩子、代买药品。", Category.Family)]
    [InlineData("鄢陵县总工会为困难职工家庭送去米面油120份。", Category.Supplies)]
    [InlineData("襄城县总工会走访慰问赴沪医疗队员家属，帮助解决老人就医、孩子上学等困难。", Category.Family)]
    [InlineData("襄城县总工会把会议室改成职工子女临时托管室，照看孩子46名。", Category.Facility)]
    [InlineData("襄城县总工会组织干部职工认购滞销大蒜12吨。", Category.Consumption)]
    [InlineData("许昌市总工会从扶贫村采购土豆、洋葱共26吨，用作职工福利。", Category.Consumption)]
    [InlineData("许昌市总工会联合景区向留汴过年的职工免费开放景点12处。", Category.Culture)]
    [InlineData("在深圳经商的许昌籍企业家柳先生向县医院捐赠制氧机6台。", Category.Donation)]
    [InlineData("襄城县总工会招募司机志愿者46名，为封控小区转运蔬菜120吨。", Category.Volunteer)]
    [InlineData("襄城县总工会选派32名干部驻点帮扶企业，协调解决用工、物流难题87个。", Category.Enterprise)]
    [InlineData("对取得技能证书的困难职工，襄城县总工会按每人600元的标准给予补贴。", Category.Training)]
    [InlineData("襄城县总工会印发《关于做好消费帮扶工作的通知》。", Category.Consumption)]
    [InlineData("襄城县总工会在火车站设咨询台1处，为等车的农民工免费供应热水。", Category.Facility)]
    [InlineData("1月18日起，襄城县总工会在汽车站设立农民工服务点，免费供应姜茶600份。", Category.Facility)]
    [InlineData("襄城县总工会推出8项惠工助企行动。", Category.Policy)]
    [InlineData("襄城县总工会邀请公益律师走进企业，举办劳动用工专题讲座3场。", Category.Rights)]
    [InlineData("襄城县总工会把用于防控疫情的专项资金16万元送到定点医院。", Category.Funds)]
    [InlineData("许昌市红十字会收到第一笔来自河南金谷乳业公司捐赠的善款5万元。", Category.Donation)]
    [InlineData("许昌市总工会列支专项资金16万元，为各校配上保温桶、暖宝宝和自热饭。", Category.Supplies)]
    [InlineData("许昌市总工会动用防汛资金12万元，采购雨衣、手电筒，送到各抢险点。", Category.Supplies)]
    [InlineData("许昌市总工会将价值8.6万元的取暖炉、铁皮管送抵灾区。", Category.Supplies)]
    [InlineData("许昌市总工会为滞留的120名外卖骑手支付住宿费6.8万元。", Category.Facility)]
    [InlineData("许昌市红十字会救援队18人携冲锋舟3艘，赶赴鄢陵县转移群众260人。", Category.Volunteer)]
    [InlineData("许昌市总工会向农民工发放《劳动合同法》等普法宣传资料600册。", Category.Publicity)]
    [InlineData("2022年4月12日，许昌市总工会安排专项资金60万元，慰问社区工作者。", Category.Funds)]
    [InlineData("2022年4月12日，许昌市总工会开通心理热线。", Category.Psych)]
    public void Extract_Tells_The_Kind_Of_An_Act_By_Its_Verb_And_What_It_Is_About(string text, Category expected) =>
        Assert.Equal(expected, Assert.Single(Measures(text)).Category);

    [Fact]
    public void Extract_Tells_A_Notice_From_The_Money_That_Went_With_It()
    {
        Assert.Equal([Category.Policy, Category.Funds], Measures("2020年1月24日，许昌市总工会下发了《关于做好关心医务人员工作的通知》，并先行下拨专项资金300万元。").Select(m => m.Category));
        Assert.Equal([Category.Funds], Measures("2020年1月24日，许昌市总工会制定《一线人员慰问专项资金发放方案》，安排专项资金300万元。").Select(m => m.Category));
    }

    private static IReadOnlyList<Measure> Measures(string text) => MeasureExtractor.Extract(new ReportText(text, ReportFormat.Text)).Measures;
}
