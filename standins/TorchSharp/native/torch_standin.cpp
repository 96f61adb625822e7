// The native half of the stand-in: any ATen operator by its name, through libtorch's dispatcher, and the few things that are not operators:
// lifetimes, shapes, autograd, generators, thread counts. Everything is plain C at the border. A function that can fail returns null, or the
// message of what went wrong, which stays valid until the thread's next failure.
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/EmptyTensor.h>
#include <ATen/Parallel.h>
#include <ATen/ScalarOps.h>
#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>
#include <ATen/TensorIndexing.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/serialize/input-archive.h>
#include <torch/serialize/output-archive.h>

#include <atomic>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <vector>

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {

// One argument, as Arg.cs lays it out; the last word is the managed object that keeps the payload alive and is nothing to us.
enum Tag : int32_t { kNone, kInt, kDouble, kBool, kTensor, kIntList, kTensorList, kOptionalTensorList, kGenerator, kString, kDoubleList, kBoolList, kDevice, kComplex, kDefault, kOperand };

struct Arg {
    int32_t tag;
    int32_t count;
    union { int64_t i; double d; void* p; };
    void* managed;
};

// One result: a tensor or a list of tensors (owned by the caller from now on), or a number.
struct Result {
    int32_t tag;
    int32_t count;
    union { int64_t i; double d; void* p; };
};

struct Operator {
    c10::OperatorHandle handle;
    std::vector<c10::optional<c10::IValue>> defaults;
};

thread_local std::string failure;
thread_local torch::jit::Stack stack;          // reused, so that a call allocates nothing for it
thread_local std::vector<void*> listed;        // the tensors of the last list that was returned

template <class F>
const char* guarded(F&& body) {
    try {
        body();
        return nullptr;
    } catch (const c10::Error& e) {
        failure = e.what_without_backtrace();
    } catch (const std::exception& e) {
        failure = e.what();
    } catch (...) {
        failure = "libtorch failed without a message";
    }
    return failure.c_str();
}

// OpenMP keeps its thread count per thread, and libtorch passes its own on to a thread only once, and only where it opens a parallel region
// itself (not in oneDNN). So every thread looks, at each call, whether it already holds to the number last asked for.
std::atomic<int> wanted_threads{0};
thread_local int held_threads = 0;

inline void hold_threads() {
    int wanted = wanted_threads.load(std::memory_order_relaxed);
    if (__builtin_expect(wanted != held_threads, 0)) {
        held_threads = wanted;
        at::set_num_threads(wanted);
    }
}

inline at::Tensor borrow(void* impl) {
    if (impl == nullptr) return at::Tensor();
    return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(static_cast<c10::TensorImpl*>(impl)));
}

inline void* hand_over(at::Tensor&& tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }

inline at::Generator generator_of(void* impl) {
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(impl)));
}

std::vector<at::Tensor> tensors_of(void* const* impls, int32_t count) {
    std::vector<at::Tensor> all;
    all.reserve(count);
    for (int32_t k = 0; k < count; k++) all.push_back(borrow(impls[k]));
    return all;
}

c10::IValue list_of_tensors(const Arg& arg) {
    c10::List<at::Tensor> list;
    list.reserve(arg.count);
    for (int32_t k = 0; k < arg.count; k++) list.push_back(borrow(static_cast<void**>(arg.p)[k]));
    return list;
}

c10::IValue list_of_optional_tensors(const Arg& arg) {
    c10::List<c10::optional<at::Tensor>> list;
    list.reserve(arg.count);
    for (int32_t k = 0; k < arg.count; k++) {
        void* impl = static_cast<void**>(arg.p)[k];
        list.push_back(impl ? c10::optional<at::Tensor>(borrow(impl)) : c10::nullopt);
    }
    return list;
}

c10::Scalar number_of(const Arg& arg) {
    switch (arg.count) {
        case kInt: return c10::Scalar(arg.i);
        case kDouble: return c10::Scalar(arg.d);
        case kBool: return c10::Scalar(arg.i != 0);
        default: return c10::Scalar(c10::complex<double>(static_cast<double*>(arg.p)[0], static_cast<double*>(arg.p)[1]));
    }
}

// A number as the second operand of add, sub, mul or div. libtorch turns it into a tensor of doubles and then converts that at each call; here it has the
// first operand's type from the start, which saves half the time of the operator and gives the same bits.
at::Tensor operand(const Arg& arg, c10::ScalarType type) {
    at::Tensor tensor;
    const bool real = arg.count == kInt || arg.count == kDouble;
    if (real && (type == at::kFloat || type == at::kDouble)) {
        const double value = arg.count == kInt ? static_cast<double>(arg.i) : arg.d;
        tensor = at::detail::empty_cpu({}, type);
        if (type == at::kFloat) *static_cast<float*>(tensor.data_ptr()) = static_cast<float>(value);
        else *static_cast<double*>(tensor.data_ptr()) = value;
    } else {
        tensor = c10::scalar_to_tensor(number_of(arg));
    }
    tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
    return tensor;
}

void push(const Operator& op, const Arg& arg, size_t position) {
    switch (arg.tag) {
        case kNone: stack.emplace_back(); break;
        case kInt: stack.emplace_back(arg.i); break;
        case kDouble: stack.emplace_back(arg.d); break;
        case kBool: stack.emplace_back(arg.i != 0); break;
        case kTensor: stack.emplace_back(borrow(arg.p)); break;
        case kIntList: stack.emplace_back(c10::IntArrayRef(static_cast<int64_t*>(arg.p), arg.count)); break;
        case kTensorList: stack.push_back(list_of_tensors(arg)); break;
        case kOptionalTensorList: stack.push_back(list_of_optional_tensors(arg)); break;
        case kGenerator: stack.emplace_back(generator_of(arg.p)); break;
        case kString: stack.emplace_back(std::string(static_cast<char*>(arg.p), arg.count)); break;
        case kDoubleList: stack.emplace_back(c10::ArrayRef<double>(static_cast<double*>(arg.p), arg.count)); break;
        case kBoolList: {
            c10::List<bool> list;
            for (int32_t k = 0; k < arg.count; k++) list.push_back(static_cast<uint8_t*>(arg.p)[k] != 0);
            stack.emplace_back(list);
            break;
        }
        case kDevice: stack.emplace_back(c10::Device(static_cast<c10::DeviceType>(arg.i), static_cast<c10::DeviceIndex>(arg.count))); break;
        case kComplex: stack.emplace_back(c10::complex<double>(static_cast<double*>(arg.p)[0], static_cast<double*>(arg.p)[1])); break;
        case kOperand: stack.emplace_back(operand(arg, stack.front().toTensor().scalar_type())); break;
        default: {
            TORCH_CHECK(position < op.defaults.size() && op.defaults[position].has_value(), op.handle.schema().name(), "() is missing its argument ", position);
            stack.push_back(*op.defaults[position]);
        }
    }
}

// The indices between square brackets: a slice is a list of three numbers, of which the bits of `count` say which are given; an ellipsis is kDefault.
std::vector<at::indexing::TensorIndex> indices_of(const Arg* args, int32_t count) {
    std::vector<at::indexing::TensorIndex> indices;
    indices.reserve(count);
    for (int32_t k = 0; k < count; k++) {
        const Arg& arg = args[k];
        switch (arg.tag) {
            case kInt: indices.emplace_back(arg.i); break;
            case kBool: indices.emplace_back(arg.i != 0); break;
            case kTensor: indices.emplace_back(borrow(arg.p)); break;
            case kDefault: indices.emplace_back(at::indexing::Ellipsis); break;
            case kIntList: {
                auto bounds = static_cast<const int64_t*>(arg.p);
                auto given = [&](int bit) { return (arg.count >> bit) & 1 ? c10::optional<int64_t>(bounds[bit]) : c10::nullopt; };
                indices.emplace_back(at::indexing::Slice(given(0), given(1), given(2)));
                break;
            }
            default: indices.emplace_back(at::indexing::None);
        }
    }
    return indices;
}

void take(c10::IValue& value, Result& result) {
    result.count = 0;
    if (value.isTensor()) {
        result.tag = kTensor;
        result.p = hand_over(std::move(value).toTensor());
    } else if (value.isDouble()) {
        result.tag = kDouble;
        result.d = value.toDouble();
    } else if (value.isBool()) {
        result.tag = kBool;
        result.i = value.toBool();
    } else if (value.isInt()) {
        result.tag = kInt;
        result.i = value.toInt();
    } else if (value.isTensorList()) {
        listed.clear();
        for (at::Tensor tensor : value.toTensorVector()) listed.push_back(hand_over(std::move(tensor)));
        result.tag = kTensorList;
        result.count = static_cast<int32_t>(listed.size());
        result.p = listed.data();
    } else if (value.isComplexDouble()) {
        static thread_local double parts[2];
        auto number = value.toComplexDouble();
        parts[0] = number.real();
        parts[1] = number.imag();
        result.tag = kComplex;
        result.p = parts;
    } else {
        result.tag = kNone;
        result.p = nullptr;
    }
}

} // namespace

// Operators

EXPORT const char* standin_find(const char* name, const char* overload, void** found) {
    return guarded([&] {
        auto op = new Operator{c10::Dispatcher::singleton().findSchemaOrThrow(name, overload), {}};
        for (const auto& argument : op->handle.schema().arguments()) op->defaults.push_back(argument.default_value());
        *found = op;
    });
}

EXPORT const char* standin_call(const void* opaque, const Arg* args, int32_t count, Result* results, int32_t wanted) {
    return guarded([&] {
        hold_threads();
        const auto& op = *static_cast<const Operator*>(opaque);
        const size_t given = static_cast<size_t>(count), all = op.defaults.size();
        stack.clear();
        for (size_t k = 0; k < given; k++) push(op, args[k], k);
        static const Arg missing{kDefault, 0, {0}, nullptr};
        for (size_t k = given; k < all; k++) push(op, missing, k);
        op.handle.callBoxed(stack);
        for (int32_t k = 0; k < wanted; k++) take(stack[k], results[k]);
        stack.clear();
    });
}

EXPORT const char* standin_index(void* impl, const Arg* args, int32_t count, void** out) {
    return guarded([&] {
        hold_threads();
        *out = hand_over(borrow(impl).index(indices_of(args, count)));
    });
}

EXPORT const char* standin_index_put(void* impl, const Arg* args, int32_t count, void* value) {
    return guarded([&] {
        hold_threads();
        borrow(impl).index_put_(indices_of(args, count), borrow(value));
    });
}

// tensor[i][j]... for whole numbers.
EXPORT const char* standin_pick(void* impl, const int64_t* indices, int32_t count, void** out) {
    return guarded([&] {
        auto tensor = borrow(impl);
        for (int32_t k = 0; k < count; k++) tensor = tensor.select(0, indices[k]);
        *out = hand_over(std::move(tensor));
    });
}

// Lifetimes

EXPORT void standin_release(void* impl) { c10::raw::intrusive_ptr::decref(static_cast<c10::TensorImpl*>(impl)); }

EXPORT void standin_release_all(void* const* impls, int32_t count) {
    for (int32_t k = 0; k < count; k++) c10::raw::intrusive_ptr::decref(static_cast<c10::TensorImpl*>(impls[k]));
}

EXPORT void* standin_share(void* impl) {
    c10::raw::intrusive_ptr::incref(static_cast<c10::TensorImpl*>(impl));
    return impl;
}

// What a tensor is

EXPORT int64_t standin_dim(void* impl) { return static_cast<c10::TensorImpl*>(impl)->dim(); }
EXPORT int64_t standin_numel(void* impl) { return static_cast<c10::TensorImpl*>(impl)->numel(); }
EXPORT int32_t standin_dtype(void* impl) { return static_cast<int32_t>(c10::typeMetaToScalarType(static_cast<c10::TensorImpl*>(impl)->dtype())); }
EXPORT int64_t standin_element_size(void* impl) { return static_cast<int64_t>(static_cast<c10::TensorImpl*>(impl)->itemsize()); }
EXPORT int64_t standin_storage_offset(void* impl) { return static_cast<c10::TensorImpl*>(impl)->storage_offset(); }
EXPORT int32_t standin_is_contiguous(void* impl) { return static_cast<c10::TensorImpl*>(impl)->is_contiguous(); }

EXPORT void standin_sizes(void* impl, int64_t* out) {
    auto sizes = static_cast<c10::TensorImpl*>(impl)->sizes();
    std::memcpy(out, sizes.data(), sizes.size() * sizeof(int64_t));
}

EXPORT const char* standin_strides(void* impl, int64_t* out) {
    return guarded([&] {
        auto strides = static_cast<c10::TensorImpl*>(impl)->strides();
        std::memcpy(out, strides.data(), strides.size() * sizeof(int64_t));
    });
}

EXPORT void standin_device(void* impl, int32_t* type, int32_t* index) {
    auto device = static_cast<c10::TensorImpl*>(impl)->device();
    *type = static_cast<int32_t>(device.type());
    *index = device.index();
}

EXPORT const char* standin_data(void* impl, void** out) {
    return guarded([&] { *out = borrow(impl).data_ptr(); });
}

EXPORT const char* standin_new(const int64_t* sizes, int32_t count, int32_t dtype, void** out) {
    return guarded([&] {
        *out = hand_over(at::Tensor(at::detail::empty_cpu(c10::IntArrayRef(sizes, count), static_cast<c10::ScalarType>(dtype))));
    });
}

// A tensor over memory that stays the caller's until `done(context)` is called.
EXPORT const char* standin_over(void* data, const int64_t* sizes, int32_t count, int32_t dtype, void (*done)(void*), void* context, void** out) {
    return guarded([&] {
        *out = hand_over(at::from_blob(data, c10::IntArrayRef(sizes, count), [done, context](void*) { done(context); },
            at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype))));
    });
}



// PyTorch's own archives, with one tensor in them.
EXPORT const char* standin_save(void* impl, const char* path) {
    return guarded([&] {
        torch::serialize::OutputArchive archive;
        archive.write("0", borrow(impl));
        archive.save_to(path);
    });
}

EXPORT const char* standin_load(const char* path, void** out) {
    return guarded([&] {
        torch::serialize::InputArchive archive;
        at::Tensor tensor;
        archive.load_from(path);
        archive.read("0", tensor);
        *out = hand_over(std::move(tensor));
    });
}

// Autograd

EXPORT int32_t standin_requires_grad(void* impl) { return static_cast<c10::TensorImpl*>(impl)->requires_grad() || borrow(impl).requires_grad(); }

EXPORT const char* standin_set_requires_grad(void* impl, int32_t value) {
    return guarded([&] { borrow(impl).set_requires_grad(value != 0); });
}

EXPORT int32_t standin_is_leaf(void* impl) { return borrow(impl).is_leaf(); }

EXPORT const char* standin_retain_grad(void* impl) {
    return guarded([&] { borrow(impl).retain_grad(); });
}

EXPORT const char* standin_grad(void* impl, void** out) {
    return guarded([&] { *out = hand_over(at::Tensor(borrow(impl).mutable_grad())); });
}

EXPORT const char* standin_set_grad(void* impl, void* grad) {
    return guarded([&] { borrow(impl).mutable_grad() = borrow(grad); });
}

EXPORT const char* standin_backward(void* const* tensors, int32_t count, void* const* grads, int32_t grad_count, int32_t retain_graph,
    int32_t create_graph, void* const* inputs, int32_t input_count) {
    return guarded([&] {
        hold_threads();
        torch::autograd::backward(tensors_of(tensors, count), tensors_of(grads, grad_count), retain_graph != 0, create_graph != 0, tensors_of(inputs, input_count));
    });
}

// The gradients, undefined ones as null, in a list that stays valid until the thread's next list.
EXPORT const char* standin_gradients(void* const* outputs, int32_t count, void* const* inputs, int32_t input_count, void* const* grads,
    int32_t grad_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void*** out, int32_t* out_count) {
    return guarded([&] {
        hold_threads();
        auto all = torch::autograd::grad(tensors_of(outputs, count), tensors_of(inputs, input_count), tensors_of(grads, grad_count), retain_graph != 0,
            create_graph != 0, allow_unused != 0);
        listed.clear();
        for (auto& gradient : all) listed.push_back(hand_over(std::move(gradient)));
        *out = listed.data();
        *out_count = static_cast<int32_t>(listed.size());
    });
}

EXPORT int32_t standin_grad_mode() { return c10::GradMode::is_enabled(); }
EXPORT void standin_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }
EXPORT int32_t standin_inference_mode() { return c10::InferenceMode::is_enabled(); }
EXPORT void* standin_enter_inference_mode(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
EXPORT void standin_leave_inference_mode(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }
EXPORT int32_t standin_anomaly_mode() { return torch::autograd::AnomalyMode::is_enabled(); }
EXPORT int32_t standin_anomaly_check_nan() { return torch::autograd::AnomalyMode::should_check_nan(); }
EXPORT void standin_set_anomaly_mode(int32_t enabled, int32_t check_nan) { torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0); }

// Functions with a backward of their own. The node of the graph calls back with a gradient for each output, and gets one for each tensor that went
// in; what it gets is its own from then on. A message means that the managed half failed.

struct ManagedNode : torch::autograd::Node {
    using Backward = const char* (*)(void* state, void** grads, int32_t count, void** results);
    using Forget = void (*)(void* state);

    Backward backward;
    Forget forget;
    void* state;
    bool materialize = true;
    std::vector<torch::autograd::SavedVariable> saved;

    ManagedNode(Backward backward, Forget forget, void* state) : backward(backward), forget(forget), state(state) {}
    ~ManagedNode() override { forget(state); }

    torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override {
        std::vector<void*> given;
        for (size_t k = 0; k < grads.size(); k++)
            given.push_back(hand_over(grads[k].defined() || !materialize ? std::move(grads[k]) : input_metadata(k).zeros_like()));
        std::vector<void*> taken(next_edges().size(), nullptr);
        if (auto message = backward(state, given.data(), static_cast<int32_t>(given.size()), taken.data())) throw std::runtime_error(message);
        torch::autograd::variable_list results;
        for (void* impl : taken) {
            results.push_back(borrow(impl));
            if (impl) c10::raw::intrusive_ptr::decref(static_cast<c10::TensorImpl*>(impl));
        }
        return results;
    }
};

using NodePointer = std::shared_ptr<ManagedNode>;

// The caller's share of the node; released when forward is over, from when on the graph alone holds it.
EXPORT const char* standin_new_node(ManagedNode::Backward backward, ManagedNode::Forget forget, void* state, void* const* inputs, int32_t count, void** out) {
    return guarded([&] {
        auto node = std::shared_ptr<ManagedNode>(new ManagedNode(backward, forget, state), torch::autograd::deleteNode);
        node->set_next_edges(torch::autograd::collect_next_edges(tensors_of(inputs, count)));
        *out = new NodePointer(std::move(node));
    });
}

EXPORT void standin_release_node(void* node) { delete static_cast<NodePointer*>(node); }

// The outputs as the graph knows them, in a list that stays valid until the thread's next list; without a node they are just that.
EXPORT const char* standin_wrap_outputs(void* node, void* const* inputs, int32_t count, void* const* constants, int32_t constant_count, void* const* dirty,
    int32_t dirty_count, void* const* outputs, int32_t output_count, int32_t materialize, void*** out) {
    return guarded([&] {
        std::unordered_set<at::TensorImpl*> still, changed;
        for (int32_t k = 0; k < constant_count; k++) still.insert(static_cast<at::TensorImpl*>(constants[k]));
        for (int32_t k = 0; k < dirty_count; k++) {
            auto impl = static_cast<at::TensorImpl*>(dirty[k]);
            impl->bump_version();
            changed.insert(impl);
        }
        std::vector<c10::optional<at::Tensor>> raw;
        for (auto& output : tensors_of(outputs, output_count)) raw.emplace_back(std::move(output));
        auto shared = node ? *static_cast<NodePointer*>(node) : nullptr;
        if (shared) shared->materialize = materialize != 0;
        auto wrapped = torch::autograd::_wrap_outputs(tensors_of(inputs, count), still, changed, raw, shared,
            [](torch::autograd::variable_list, torch::autograd::variable_list) -> torch::autograd::variable_list {
                throw std::runtime_error("a custom function has no forward-mode derivative");
            });
        listed.clear();
        for (auto& output : wrapped) listed.push_back(output ? hand_over(std::move(*output)) : nullptr);
        *out = listed.data();
    });
}

EXPORT const char* standin_save_for_backward(void* node, void* const* tensors, int32_t count, void** weak) {
    return guarded([&] {
        auto& shared = *static_cast<NodePointer*>(node);
        for (auto& tensor : tensors_of(tensors, count)) shared->saved.emplace_back(tensor, tensor.defined() && tensor.grad_fn() == shared);
        *weak = shared.get();
    });
}

// For the backward itself, while the node lives.
EXPORT const char* standin_saved(void* node, void*** out, int32_t* count) {
    return guarded([&] {
        auto self = static_cast<ManagedNode*>(node);
        listed.clear();
        for (auto& variable : self->saved) listed.push_back(hand_over(variable.unpack(self->shared_from_this())));
        *out = listed.data();
        *count = static_cast<int32_t>(listed.size());
    });
}

// Generators

EXPORT const char* standin_new_generator(uint64_t seed, void** out) {
    return guarded([&] { *out = at::make_generator<at::CPUGeneratorImpl>(seed).unsafeReleaseGeneratorImpl(); });
}

EXPORT void* standin_default_generator() { return at::Generator(at::detail::getDefaultCPUGenerator()).unsafeReleaseGeneratorImpl(); }

EXPORT void standin_release_generator(void* impl) { c10::raw::intrusive_ptr::decref(static_cast<c10::GeneratorImpl*>(impl)); }

EXPORT const char* standin_generator_seed(void* impl, uint64_t seed) {
    return guarded([&] {
        auto generator = generator_of(impl);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_current_seed(seed);
    });
}


EXPORT uint64_t standin_generator_initial_seed(void* impl) { return generator_of(impl).current_seed(); }

EXPORT const char* standin_generator_state(void* impl, void** out) {
    return guarded([&] {
        auto generator = generator_of(impl);
        std::lock_guard<std::mutex> lock(generator.mutex());
        *out = hand_over(generator.get_state());
    });
}

EXPORT const char* standin_generator_set_state(void* impl, void* state) {
    return guarded([&] {
        auto generator = generator_of(impl);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_state(borrow(state));
    });
}

// Threads

EXPORT int32_t standin_threads() {
    hold_threads();
    return at::get_num_threads();
}

EXPORT const char* standin_set_threads(int32_t count) {
    return guarded([&] {
        at::set_num_threads(count);
        held_threads = count;
        wanted_threads.store(count, std::memory_order_relaxed);
        // Matrix products run in OpenBLAS, whose own threads libtorch does not know how to hold.
        using Setter = void (*)(int);
        if (auto set = reinterpret_cast<Setter>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(count);
    });
}

EXPORT int32_t standin_interop_threads() { return at::get_num_interop_threads(); }

EXPORT const char* standin_set_interop_threads(int32_t count) {
    return guarded([&] { at::set_num_interop_threads(count); });
}

EXPORT int32_t standin_blas_threads() {
    using Getter = int (*)();
    auto get = reinterpret_cast<Getter>(dlsym(RTLD_DEFAULT, "openblas_get_num_threads"));
    return get ? get() : 0;
}
