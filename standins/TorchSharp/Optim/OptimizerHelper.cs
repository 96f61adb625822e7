#nullable disable
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>What the optimizers share: groups with options, a state for every parameter, saving and loading both.</summary>
public abstract class OptimizerHelper : torch.optim.Optimizer
{
    protected OptimizerOptions _defaults;
    protected OrderedDict<IntPtr, OptimizerState> _state = [];

    public OptimizerHelper()
        : base(IntPtr.Zero)
    {
    }

    public override IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

    public override void add_param_group(ParamGroup param_group) => _parameter_groups.Add(param_group);

    public override void zero_grad() => base.zero_grad();

    public void to(torch.Device device)
    {
        foreach (var parameter in parameters())
            _state[parameter.Handle].to(device);
    }

    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dictionary.Options.Add(group.Options);
            var indices = new List<int>();
            dictionary.StateIndexRef.Add(indices);
            foreach (var parameter in group.Parameters)
            {
                indices.Add(dictionary.State.Count);
                dictionary.State.Add(_state[parameter.Handle]);
            }
        }

        return dictionary;
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        foreach (var (target, source) in own.Options.Zip(state_dict.Options).Where(pair => pair.First != pair.Second))
            target.LoadStateDict(source);
        foreach (var (target, source) in own.State.Zip(state_dict.State).Where(pair => pair.First != pair.Second))
            target.LoadStateDict(source);
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    // The optimizer's name, the two counts, options, states.
    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        var dictionary = state_dict();
        writer.Encode(dictionary.Options.Count);
        writer.Encode(dictionary.State.Count);
        foreach (var options in dictionary.Options)
            options.SaveStateDict(writer);
        foreach (var state in dictionary.State)
            state.SaveStateDict(writer);
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    public void load_state_dict(BinaryReader reader)
    {
        var saved = reader.ReadString();
        if (saved != GetType().Name)
            throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{saved}' in the loaded stream.");
        var options = reader.Decode();
        var states = reader.Decode();
        var own = state_dict();
        CheckCounts(own, options, states);
        foreach (var target in own.Options)
            target.LoadStateDict(reader);
        foreach (var target in own.State)
            target.LoadStateDict(reader);
    }

    protected Tensor _step<T>(Action<T> body, Func<Tensor> loss_closure = null) where T : ParamGroup
    {
        Tensor loss = null;
        if (loss_closure is not null)
        {
            using var tracked = torch.enable_grad();
            loss = loss_closure();
        }

        using var untracked = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        foreach (var group in _parameter_groups)
            body(group as T);
        return loss;
    }

    private protected void Start(OptimizerOptions defaults, IEnumerable<ParamGroup> groups)
    {
        _defaults = defaults;
        _parameter_groups = [];
        foreach (var group in groups)
            add_param_group(group);
    }

    // Options that the group does not set are the optimizer's; every parameter starts with a fresh state.
    private protected void AddGroup(ParamGroup group, Func<OptimizerOptions> newOptions, Func<Parameter, OptimizerState> newState)
    {
        group.Options ??= newOptions();
        group.Options.TakeMissingFrom(_defaults);
        group.Options.InitialLearningRate = group.Options.LearningRate.Value;
        _parameter_groups.Add(group);
        foreach (var parameter in group.Parameters)
        {
            var state = newState(parameter);
            _state[parameter.Handle] = state;
            state.Initialize(group.Options);
        }
    }

    private protected void DisposeStates()
    {
        foreach (var (_, state) in _state)
            (state as IDisposable)?.Dispose();
        _state.Clear();
    }

    private static void CheckCounts(StateDictionary own, long options, long states)
    {
        if (options != own.Options.Count)
            throw new ArgumentException("Invalid optimizer state -- different number of parameter groups.");
        if (states != own.State.Count)
            throw new ArgumentException("Invalid optimizer state -- different number of states.");
    }
}
